import { useState } from "preact/hooks";
import type { LineChange, LineState } from "../../line/faults.ts";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { Switch } from "./faults.tsx";
import type { Say, Word } from "./words.ts";

interface CablesProps {
  readonly lines: BenchState["lines"];
  readonly say: Say;
  readonly done: Done;
}

type Device = keyof BenchState["lines"];

/** Those with a USB plug alone are spoiled as USB. */
const devices = ["printer", "scanner", "display", "box", "scale"] as const satisfies Device[];

/** What stays until it is switched off again. */
const faults: readonly {
  readonly word: Word;
  readonly isOn: (line: LineState) => boolean;
  readonly change: (isOn: boolean) => LineChange;
}[] = [
  {
    word: "cableOut",
    isOn: ({ cable }) => cable === "out",
    change: (isOn) => ({ cable: isOn ? "out" : "in" }),
  },
  {
    word: "cableSlow",
    isOn: ({ toDevice }) => toDevice.pieceBytes > 0,
    change: (isOn) => both({ pieceBytes: isOn ? 1 : 0, pieceGapMs: 8 }),
  },
  {
    word: "cableLate",
    isOn: ({ toHost }) => toHost.delayMs > 0,
    change: (isOn) => ({ toHost: { delayMs: isOn ? 500 : 0 } }),
  },
  {
    word: "cableLossy",
    isOn: ({ toHost }) => toHost.losePerMille > 0,
    change: (isOn) => both({ losePerMille: isOn ? 20 : 0, seed: 1 }),
  },
];

/** What happens once. */
const accidents: readonly (readonly [Word, LineChange])[] = [
  ["cableCutSoon", { toDevice: { cutAfter: 200 } }],
  ["cableTwice", { toHost: { doubleNext: 1 } }],
  ["cableBrownOut", { brownOutMs: 1000 }],
  ["cableReset", { reset: true }],
];

const both = (lane: LineChange["toHost"] & object): LineChange => ({
  toDevice: lane,
  toHost: lane,
});

const isSound = ({ cable, toDevice, toHost }: LineState) =>
  cable === "in" &&
  [toDevice, toHost].every(({ lost: _, seed: __, pieceGapMs: ___, ...lane }) =>
    Object.values(lane).every((value) => value === 0),
  );

/** The devices' cables: folded up, and marked when one of them is not sound. */
export function Cables({ lines, say, done }: CablesProps) {
  const [device, choose] = useState<Device>("printer");
  const line = lines[device];
  const spoiled = devices.filter((each) => !isSound(lines[each]));
  const disturb = (change: LineChange) => done(bench.line({ device, ...change }));
  return (
    <details class="panel folded cables">
      <summary>
        <h2>{say("cables")}</h2>
        <span class={spoiled.length > 0 ? "box-state is-bad" : "box-state"} role="status">
          {spoiled.length === 0 ? say("cablesSound") : spoiled.map((each) => say(each)).join(" ")}
        </span>
      </summary>
      <label class="box-row">
        <span>{say("cableOf")}</span>
        <select
          value={device}
          onChange={({ currentTarget }) => choose(currentTarget.value as Device)}
        >
          {devices.map((each) => (
            <option key={each} value={each}>
              {say(each)}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => disturb({ mend: true })}>
          {say("cableMend")}
        </button>
      </label>
      <div class="switches">
        {faults.map(({ word, isOn, change }) => (
          <Switch
            key={word}
            name={say(word)}
            isOn={isOn(line)}
            turn={(turned) => disturb(change(turned))}
          />
        ))}
      </div>
      <div class="accidents">
        {accidents.map(([word, change]) => (
          <button key={word} type="button" onClick={() => disturb(change)}>
            {say(word)}
          </button>
        ))}
      </div>
      <p class="count">
        {say("lostToDevice")} {line.toDevice.lost} · {say("lostToHost")} {line.toHost.lost}
      </p>
    </details>
  );
}
