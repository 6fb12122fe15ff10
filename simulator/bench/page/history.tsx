import { useRef, useState } from "preact/hooks";
import { PaperPicture } from "./paper-picture.tsx";
import type { Say } from "./words.ts";

interface HistoryProps {
  readonly numbers: readonly number[];
  readonly say: Say;
  readonly clear: () => void;
}

/** The spike on which receipts end; each can be looked at again. */
export function History({ numbers, say, clear }: HistoryProps) {
  const [shown, setShown] = useState<number | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const show = (number: number) => {
    setShown(number);
    dialog.current?.showModal();
  };
  return (
    <section class="panel" aria-labelledby="history-title">
      <div class="heading">
        <h2 id="history-title">{say("receipts")}</h2>
        {numbers.length > 0 && (
          <button type="button" class="quiet" onClick={clear}>
            {say("clear")}
          </button>
        )}
      </div>
      <ul class="history">
        {numbers.length === 0 && <li class="none">{say("noReceipts")}</li>}
        {numbers.toReversed().map((number) => (
          <li key={number}>
            <button
              type="button"
              aria-label={`${say("receipt")} № ${number}`}
              onClick={() => show(number)}
            >
              <span class="digits">№ {number}</span>
            </button>
          </li>
        ))}
      </ul>
      <dialog ref={dialog} class="viewer" onClose={() => setShown(null)}>
        <form method="dialog">
          <h2>
            {say("receipt")} {shown}
          </h2>
          <button type="submit" class="primary">
            {say("close")}
          </button>
        </form>
        {shown !== null && <PaperPicture number={shown} version="" />}
      </dialog>
    </section>
  );
}
