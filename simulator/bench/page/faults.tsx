import type { PrinterBody } from "../requests.ts";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import type { Say, Word } from "./words.ts";

interface FaultsProps {
  readonly state: BenchState;
  readonly say: Say;
  readonly done: Done;
}

const papers = [
  ["ok", "paperOk"],
  ["near-end", "nearEnd"],
  ["out", "paperOut"],
] as const;

const speeds = [
  [8, "slow"],
  [40, "normal"],
  [400, "fast"],
] as const;

export function Faults({ state: { printer, drawer }, say, done }: FaultsProps) {
  const tend = (body: PrinterBody) => done(bench.printer(body));
  return (
    <section class="panel" aria-labelledby="faults-title">
      <h2 id="faults-title">{say("faults")}</h2>
      <Choice
        name={say("paper")}
        rows={papers}
        now={printer.paper}
        say={say}
        choose={(paper) => tend({ paper })}
      />
      <div class="switches">
        <Switch
          name={say("cover")}
          isOn={printer.cover === "open"}
          turn={(isOn) => tend({ cover: isOn ? "open" : "closed" })}
        />
        <Switch
          name={say("cutter")}
          isOn={printer.cutter === "jammed"}
          turn={(isOn) => tend({ cutter: isOn ? "jammed" : "ok" })}
        />
        <Switch
          name={say("hot")}
          isOn={printer.head !== "ok"}
          turn={(isOn) => tend({ head: isOn ? "hot" : "ok" })}
        />
        <Switch
          name={say("off")}
          isOn={printer.power === "off"}
          turn={(isOn) => tend({ power: isOn ? "off" : "on" })}
        />
        <Switch
          name={say("jam")}
          isOn={drawer.jammed}
          turn={(jammed) => done(bench.drawer({ jammed }))}
        />
        <Switch
          name={say("drawerStuck")}
          isOn={drawer.switchStuck}
          turn={(switchStuck) => done(bench.drawer({ switchStuck }))}
        />
      </div>
      <Choice
        name={say("speed")}
        rows={speeds}
        now={printer.linesPerSecond}
        say={say}
        choose={(linesPerSecond) => tend({ linesPerSecond })}
      />
    </section>
  );
}

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

export function Switch({ name, isOn, turn }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
      <span class="knob" aria-hidden="true" />
      <span>{name}</span>
    </label>
  );
}

interface ChoiceProps<Value extends string | number> {
  readonly name: string;
  readonly rows: readonly (readonly [Value, Word])[];
  readonly now: Value;
  readonly say: Say;
  readonly choose: (value: Value) => void;
}

function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { name, rows, now, say, choose } = props;
  return (
    <fieldset class="choice">
      <legend>{name}</legend>
      <div class="segments">
        {rows.map(([value, word]) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              checked={value === now}
              onChange={() => choose(value)}
            />
            <span>{say(word)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
