import { useState } from "preact/hooks";
import type { BenchState } from "../state.ts";
import { bench } from "./api.ts";
import type { Done } from "./app.tsx";
import { PaperPicture } from "./paper-picture.tsx";
import type { Say } from "./words.ts";

interface PrinterProps {
  readonly state: BenchState;
  readonly say: Say;
  readonly done: Done;
}

export function Printer({ state, say, done }: PrinterProps) {
  const { printer, receipts } = state;
  const [taken, setTaken] = useState(0);
  const lying = receipts.numbers.at(-1) ?? 0;
  const shown = lying > taken ? lying : null;
  const tear = () => {
    if (receipts.printing !== null) done(bench.printer({ tear: true }));
    setTaken(lying);
  };
  return (
    <section class="printer" aria-labelledby="printer-title">
      <h2 id="printer-title" class="hidden">
        {say("printer")}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section class="outlet" tabIndex={0} aria-label={say("receipt")}>
        {shown === null ? (
          <p class="empty">{receipts.newest === 0 && say("noPaperYet")}</p>
        ) : (
          <PaperPicture number={shown} version={`${receipts.printing}/${receipts.rows}`} />
        )}
      </section>
      <div class={`machine ${printer.cover === "open" ? "is-open" : ""}`}>
        <div class="lid">
          <div class="slot" />
          {shown !== null && (
            <button type="button" class="tear" onClick={tear}>
              {say("tear")}
            </button>
          )}
        </div>
        <div class="front">
          <Lamps printer={printer} say={say} />
          <dl class="readings">
            <dt>{say("statusBytes")}</dt>
            <dd class="digits">{printer.status.join(" ")}</dd>
            <dt>{say("buffered")}</dt>
            <dd class="digits">{printer.bufferedBytes} B</dd>
          </dl>
        </div>
      </div>
    </section>
  );
}

interface LampsProps {
  readonly printer: BenchState["printer"];
  readonly say: Say;
}

function Lamps({ printer, say }: LampsProps) {
  const isOn = printer.power === "on";
  const word = !isOn
    ? "off"
    : !printer.online
      ? "offline"
      : printer.printing
        ? "printing"
        : "online";
  const tone = !isOn ? "dark" : printer.online ? "good" : "bad";
  return (
    <p class="lamps" role="status">
      <span class={`lamp ${tone}`} />
      <strong>{say(word)}</strong>
      {isOn && printer.paper !== "ok" && (
        <span class="why">{say(printer.paper === "out" ? "paperOut" : "nearEnd")}</span>
      )}
      {isOn && printer.cover === "open" && <span class="why">{say("cover")}</span>}
      {isOn && printer.head !== "ok" && <span class="why">{say("hot")}</span>}
    </p>
  );
}
