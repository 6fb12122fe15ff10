import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "../button.tsx";
import { money, parseKilograms, parsePieces } from "../format.ts";
import type { Dialog } from "../keys.ts";
import { OtherLanguage, useSpeech } from "../language.tsx";
import { common } from "../messages.ts";
import { NumberPad } from "../number-pad.tsx";
import { dialogs } from "../selling-messages.ts";
import type { SellingPart } from "./selling.tsx";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Sheet({ title, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    sheet.current?.showModal();
  }, []);
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

type QuantityProps = SellingPart & {
  readonly dialog: Exclude<Dialog, { kind: "cancelSale" }>;
};

/** Pieces of a line, kilograms of a weighed line, or the weight a keyed code asks for. */
export function QuantityDialog({ dialog, sale, hands }: QuantityProps) {
  const { say } = useSpeech();
  const { typed } = hands.local;
  const isWeight = dialog.kind === "weight" || dialog.unit === "KGM";
  const isQuantity = (isWeight ? parseKilograms : parsePieces)(typed) !== null;
  const line = dialog.kind === "quantity" ? dialog.lineNo : null;
  const name = sale.lines.find(({ lineNo }) => lineNo === line)?.name;
  const title = dialog.kind === "weight" ? dialogs.weightTitle : dialogs.quantityTitle;
  return (
    <Sheet title={say(title)} onClose={() => hands.change({ dialog: null, typed: "" })}>
      <p class="sheet-subject">
        {dialog.kind === "weight" ? say(dialogs.weightDetail(dialog.code)) : null}
        {name === undefined ? null : (
          <>
            <span>{say(name)}</span> <OtherLanguage text={name} />
          </>
        )}
      </p>
      <label class="sheet-entry">
        <span>{say(isWeight ? dialogs.kilograms : dialogs.pieces)}</span>
        <input value={typed} autofocus readOnly />
      </label>
      <p class="trouble" role="status">
        {typed === "" || isQuantity ? "" : say(isWeight ? dialogs.notAQuantity : dialogs.notPieces)}
      </p>
      <NumberPad onKey={hands.press} corner={isWeight ? "." : null} />
      <div class="sheet-foot">
        <Button hint="Esc" worksWhileBusy onPress={() => hands.press("Escape")}>
          {say(common.back)}
        </Button>
        <Button
          kind="primary"
          hint="Enter"
          isOff={!isQuantity}
          onPress={() => hands.press("Enter")}
        >
          {say(common.confirm)}
        </Button>
      </div>
    </Sheet>
  );
}

/** A whole basket is gone in one stroke here, so the safe answer has the focus. */
export function CancelDialog({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  return (
    <Sheet title={say(dialogs.cancelTitle)} onClose={() => hands.change({ dialog: null })}>
      <p class="sheet-subject">{say(dialogs.cancelDetail(sale.pieces, money(sale.total)))}</p>
      <div class="sheet-foot">
        <Button hint="Esc" autofocus worksWhileBusy onPress={() => hands.press("Escape")}>
          {say(dialogs.cancelNo)}
        </Button>
        <Button hint="F4" kind="danger" onPress={() => hands.press("F4")}>
          {say(dialogs.cancelYes)}
        </Button>
      </div>
    </Sheet>
  );
}
