import { useEffect, useRef } from "preact/hooks";
import type { LineView } from "../../view.ts";
import { money, quantity } from "../format.ts";
import { selectedLine, shownPhase } from "../keys.ts";
import { OtherLanguage, useSpeech } from "../language.tsx";
import { selling } from "../selling-messages.ts";
import type { SellingPart } from "./selling.tsx";

/** Everything in the basket, the newest line in sight; a tap or an arrow key picks a line. */
export function Basket({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  const marked = useRef<HTMLLIElement>(null);
  const selected = selectedLine({ local: hands.local, sale });
  const isEmpty = shownPhase({ local: hands.local, sale }) === "idle";
  const lines = isEmpty ? [] : sale.lines;
  useEffect(() => marked.current?.scrollIntoView({ block: "nearest" }));
  return (
    <section class="basket" aria-label={say(selling.basket)}>
      <div class="basket-head" aria-hidden="true">
        <span>{say(selling.columns.line)}</span>
        <span>{say(selling.columns.article)}</span>
        <span>{say(selling.columns.quantity)}</span>
        <span>{say(selling.columns.amount)}</span>
      </div>
      {lines.length === 0 ? (
        <div class="basket-empty">
          <p>{say(selling.empty)}</p>
          <p class="quiet">{say(selling.emptyDetail)}</p>
        </div>
      ) : (
        <ol class="basket-lines">
          {lines.map((line) => {
            const isSelected = line.lineNo === selected?.lineNo;
            return (
              <li key={line.lineNo} ref={isSelected ? marked : null}>
                <BasketLine
                  line={line}
                  isSelected={isSelected}
                  onPick={() => hands.change({ selected: line.lineNo })}
                />
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

interface BasketLineProps {
  readonly line: LineView;
  readonly isSelected: boolean;
  readonly onPick: () => void;
}

function BasketLine({ line, isSelected, onPick }: BasketLineProps) {
  const { say } = useSpeech();
  const unit = line.unit === "KGM" ? " kg" : "";
  return (
    <button
      type="button"
      class="basket-line"
      aria-pressed={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={onPick}
    >
      <span class="line-no">{line.lineNo}</span>
      <span class="line-name">
        <span>{say(line.name)}</span>
        <OtherLanguage text={line.name} />
      </span>
      <span class="line-quantity">
        <b>
          {quantity(line.quantity, line.unit)}
          {unit}
        </b>{" "}
        × {money(line.unitPrice)}
      </span>
      <span class="line-amount">{money(line.amount)}</span>
    </button>
  );
}
