import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Intent } from "#state/intent.ts";
import type { SaleView } from "../../view.ts";
import { useAsking } from "../asking.ts";
import { keyToAction, type Local, nothingTyped } from "../keys.ts";
import { type Deed, repeating, useTypeAhead } from "./type-ahead.ts";

export interface Hands {
  readonly local: Local;
  /** A key by its keyboard name, from keyboard or glass alike; false when it means nothing. */
  press(key: string): boolean;
  change(some: Partial<Local>): void;
}

/** Everything the cashier's hands do on the selling screen, keyboard and touch alike. */
export function useHands(sale: SaleView): Hands {
  const { notice, isBusy, send, dismiss } = useAsking();
  // Keys can come faster than the screen is drawn; the reference is what the next key sees.
  const latest = useRef(nothingTyped);
  const [local, setLocal] = useState(nothingTyped);
  const ahead = useTypeAhead(isBusy, act);

  function keep(next: Local) {
    latest.current = next;
    setLocal(next);
  }
  const change = (some: Partial<Local>) => keep({ ...latest.current, ...some });

  function act(key: string): Deed {
    const state = { local: latest.current, sale, hasNotice: notice !== null };
    const action = keyToAction(state, key);
    if (action === null) return key === "F9" ? ask({ type: "signOff" }) : false;
    const { intent } = action;
    if (intent === null) {
      keep(action.local);
      return true;
    }
    if (intent.type === "dismiss") {
      dismiss();
      return true;
    }
    return ask(intent, action.local);
  }

  /** Busy: what is typed stays, so that the same key works a moment later. */
  function ask(intent: Intent, next: Local = latest.current): Deed {
    const asked = send(intent);
    if (asked === null) return false;
    keep(next);
    void asked.then((outcome) => {
      const needsWeight = outcome.kind === "refused" && outcome.code === "sale/weight-needed";
      if (!needsWeight || intent.type !== "keyCode") return;
      change({ typed: "", dialog: { kind: "weight", code: intent.code } });
    });
    return asked;
  }

  useKeyboard(ahead.strike, () => latest.current.typed !== "" || ahead.isWaiting());
  return { local, press: ahead.strike, change };
}

/** Laid with the screen, not a frame after it: a key means what is shown when it is struck. */
function useKeyboard(press: Hands["press"], hasTyped: () => boolean): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const isOnButton = event.target instanceof HTMLButtonElement;
      const isForButton = event.key === " " || (event.key === "Enter" && !hasTyped());
      if (isOnButton && isForButton) return;
      const isIdleRepeat = event.repeat && !repeating.test(event.key);
      // A comma is the decimal key of some number pads.
      if (isIdleRepeat || press(event.key === "," ? "." : event.key)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}
