import type { BoxBody } from "../requests.ts";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { Switch } from "./faults.tsx";
import type { Say } from "./words.ts";

interface BoxProps {
  readonly box: BenchState["box"];
  readonly say: Say;
  readonly done: Done;
}

const tongues = ["trigger", "any-byte", "ibm-4840", "ibm-4840-second", "acode"] as const;

/** The drawer that does not hang on the printer: folded up, because most counters have none. */
export function Box({ box, say, done }: BoxProps) {
  const tend = (body: BoxBody) => done(bench.box(body));
  const { openings, speaks } = box;
  return (
    <details class={`panel folded box ${box.open ? "is-open" : ""}`}>
      <summary>
        <h2>{say("box")}</h2>
        <span class="box-state" role="status">
          {say(box.open ? "boxOpen" : "boxShut")}
        </span>
        <span class="count">
          {say("openings")} <strong class="digits">{openings}</strong>
        </span>
      </summary>
      <p class="count">{say("boxPort")}</p>
      <label class="box-row">
        <span>{say("boxLanguage")}</span>
        <select
          value={speaks}
          onChange={({ currentTarget }) => tend({ speaks: currentTarget.value as typeof speaks })}
        >
          {tongues.map((tongue) => (
            <option key={tongue} value={tongue}>
              {say(`box ${tongue}`)}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => tend({ open: !box.open })}>
          {say(box.open ? "boxPush" : "boxKey")}
        </button>
      </label>
      <div class="switches">
        <Switch name={say("jam")} isOn={box.jammed} turn={(jammed) => tend({ jammed })} />
        <Switch
          name={say("stuck")}
          isOn={box.switchStuck}
          turn={(switchStuck) => tend({ switchStuck })}
        />
      </div>
    </details>
  );
}
