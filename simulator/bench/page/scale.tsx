import type { ScaleBody } from "../requests.ts";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { Switch } from "./faults.tsx";
import type { Say } from "./words.ts";

interface ScaleProps {
  readonly scale: BenchState["scale"];
  readonly say: Say;
  readonly done: Done;
}

const goods = [268, 540, 1250, 20_000, -20] as const;
const tongues = [
  ...(["toledo-8217", "cas-enq", "chinese-lines", "cas-lines"] as const),
  ...(["toledo-continuous", "sma", "adam"] as const),
] as const;
const LATE_MS = 2000;

/** The scale: what lies on its pan, and what can be wrong with what it says. */
export function Scale({ scale, say, done }: ScaleProps) {
  const tend = (body: ScaleBody) => done(bench.scale(body));
  const { power, grams } = scale;
  return (
    <section class="panel scale" aria-labelledby="scale-title">
      <div class="heading">
        <h2 id="scale-title">{say("scale")}</h2>
        <output class={`weight digits ${power === "off" ? "is-off" : ""}`}>
          {power === "off" ? "—" : kilograms(grams)}
        </output>
      </div>
      <fieldset class="goods">
        <legend class="hidden">{say("pan")}</legend>
        <button type="button" disabled={grams === 0} onClick={() => tend({ grams: 0 })}>
          {say("panEmpty")}
        </button>
        {goods.map((each) => (
          <button key={each} type="button" onClick={() => tend({ grams: each })}>
            <span class="hidden">{say("pan")}</span>
            {kilograms(each)}
          </button>
        ))}
      </fieldset>
      <ScaleFaults scale={scale} say={say} tend={tend} />
    </section>
  );
}

interface ScaleFaultsProps extends Pick<ScaleProps, "scale" | "say"> {
  readonly tend: (body: ScaleBody) => void;
}

function ScaleFaults({ scale, say, tend }: ScaleFaultsProps) {
  const { speaks, power } = scale;
  return (
    <details>
      <summary>{say("faults")}</summary>
      <label class="box-row">
        <span>{say("scaleLanguage")}</span>
        <select
          value={speaks}
          onChange={({ currentTarget }) => tend({ speaks: currentTarget.value as typeof speaks })}
        >
          {tongues.map((tongue) => (
            <option key={tongue} value={tongue}>
              {say(`scale ${tongue}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="switches">
        <Switch
          name={say("restless")}
          isOn={scale.restless}
          turn={(restless) => tend({ restless })}
        />
        <Switch
          name={say("late")}
          isOn={scale.delayMs > 0}
          turn={(isOn) => tend({ delayMs: isOn ? LATE_MS : 0 })}
        />
        <Switch
          name={say("scaleOff")}
          isOn={power === "off"}
          turn={(isOn) => tend({ power: isOn ? "off" : "on" })}
        />
        <button type="button" onClick={() => tend({ lose: 1 })}>
          {say("loseChar")}
        </button>
      </div>
    </details>
  );
}

const kilograms = (grams: number) => `${(grams / 1000).toFixed(3)} kg`;
