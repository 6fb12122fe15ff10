import { useState } from "preact/hooks";
import { ean8, ean13 } from "#simulator/paper/barcode.ts";
import type { Language } from "#state/base/text.ts";
import type { RackLabel } from "../rack.ts";
import type { TriggerBody } from "../scanner-requests.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { sayIn, type Word } from "./words.ts";

interface ScannerProps {
  readonly rack: readonly RackLabel[];
  readonly scans: number;
  readonly language: Language;
  readonly done: Done;
}

/** In-store prefix 21: article 12345, 1234 g. */
const WEIGHED = "2112345012346";

const awkward: readonly (readonly [Word, TriggerBody])[] = [
  ["unknown", { label: "6999999999994" }],
  ["badDigit", { label: "6901234567890" }],
  ["weighed", { label: WEIGHED }],
  ["pieces", { label: "6901234567892", chunks: 5, chunkGapMs: 20 }],
];

export function Scanner({ rack, scans, language, done }: ScannerProps) {
  const say = sayIn(language);
  const scan = (body: TriggerBody) => done(bench.scan(body));
  return (
    <section class="panel scanner" aria-labelledby="scanner-title">
      <div class="heading">
        <h2 id="scanner-title">{say("scanner")}</h2>
        <ScannerPicture scans={scans} />
      </div>
      <h3>{say("rack")}</h3>
      <ul class="rack">
        {rack.map((item) => (
          <li key={item.label}>
            <button type="button" class="label" onClick={() => scan({ label: item.label })}>
              <span class="name">{item.name[language]}</span>
              <Bars label={item.label} />
              <span class="digits">{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <FreeCode language={language} scan={scan} />
      <h3>{say("oddLabels")}</h3>
      <div class="odd">
        {awkward.map(([word, body]) => (
          <button key={word} type="button" onClick={() => scan(body)}>
            {say(word)}
          </button>
        ))}
        <button type="button" onClick={() => done(bench.bytes(noise()))}>
          {say("noise")}
        </button>
      </div>
    </section>
  );
}

/** 4 KB that look like a line gone wild: every byte value, terminators among them. */
function noise(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4096));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

interface FreeCodeProps {
  readonly language: Language;
  readonly scan: (body: TriggerBody) => void;
}

function FreeCode({ language, scan }: FreeCodeProps) {
  const say = sayIn(language);
  const [label, setLabel] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    if (label !== "") scan({ label });
  };
  return (
    <form class="free" onSubmit={submit}>
      <label for="any-code">{say("anyCode")}</label>
      <input
        id="any-code"
        value={label}
        maxLength={500}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setLabel(event.currentTarget.value)}
      />
      <button type="submit" class="primary">
        {say("pull")}
      </button>
    </form>
  );
}

function Bars({ label }: { readonly label: string }) {
  const bars = ean13(label) ?? ean8(label);
  if (bars === null) return <span class="no-bars" />;
  const { pattern } = bars;
  const runs = [...pattern.matchAll(/1+/g)];
  const path = runs.map((run) => `M${run.index} 0h${run[0].length}v20h${-run[0].length}z`);
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${pattern.length} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path.join("")} />
    </svg>
  );
}

/** The beam flashes anew at each scan, because the key makes a new element. */
function ScannerPicture({ scans }: { readonly scans: number }) {
  return (
    <svg class="gun" viewBox="0 0 190 96" aria-hidden="true">
      <path
        class="gun-body"
        d={
          "M26 12C44 6 96 6 118 12L132 7V49L112 44H86L72 86C70 92 66 94 60 94H44" +
          "C38 94 35 90 37 84L50 44H30C18 44 14 36 14 28C14 20 18 15 26 12Z"
        }
      />
      <path class="gun-trigger" d="M88 47h15c0 10-7 16-17 18z" />
      <path class="gun-window" d="M132 7h6v42h-6z" />
      {scans > 0 && <path key={scans} class="beam" d="M140 27L188 2V54L140 29z" />}
    </svg>
  );
}
