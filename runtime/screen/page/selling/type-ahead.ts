import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Outcome } from "../connection.ts";
import { after } from "../ticking.ts";

/** What a key came to: whether it means anything, or the answer to what it asked the terminal. */
export type Deed = boolean | Promise<Outcome>;

export interface TypeAhead {
  /** A key by its keyboard name; false when it means nothing here and is left to the browser. */
  strike(key: string): boolean;
  isWaiting(): boolean;
}

const knownKey = /^([0-9A-Za-z.+*]|Enter|Escape|Delete|Backspace|ArrowUp|ArrowDown|F2|F4|F8|F9)$/;

/** Keys that are wanted again while held down; the others count once a stroke. */
export const repeating = /^(Backspace|ArrowUp|ArrowDown)$/;

/** More than a code, an amount and the keys around them. */
const longestAhead = 80;
/** After this long without an answer a hand does not go on: it tries again. */
const longestAnswerMs = 1000;

/**
 * A cashier who knows the keys by heart does not wait for the screen. What is struck while the
 * terminal answers waits, and means what it means on the screen that the answer brings. A key that
 * follows itself is a bounce and counts once, unless it writes.
 *
 * @param act does what a key means now
 */
export function useTypeAhead(isBusy: boolean, act: (key: string) => Deed): TypeAhead {
  const waiting = useRef<string[]>([]);
  const isAsking = useRef(false);
  const isLate = useRef(false);
  const last = useRef("");
  const [, draw] = useState({});

  function doNow(key: string): boolean {
    const deed = act(key);
    if (typeof deed === "boolean") return deed;
    isAsking.current = true;
    void deed.then(({ kind }) => {
      isAsking.current = false;
      if (kind !== "accepted") waiting.current = [];
      draw({});
    });
    return true;
  }

  function strike(key: string): boolean {
    const isBounce = key === last.current && key.length > 1 && !repeating.test(key);
    last.current = key;
    if (!isBusy && !isAsking.current) return doNow(key);
    if (!knownKey.test(key)) return false;
    const isTaken = !isBounce && !isLate.current && waiting.current.length < longestAhead;
    if (isTaken) waiting.current.push(key);
    return true;
  }

  useLayoutEffect(() => {
    if (!isBusy) return;
    isLate.current = false;
    return after(longestAnswerMs, () => {
      isLate.current = true;
      waiting.current = [];
    });
  }, [isBusy]);

  useLayoutEffect(() => {
    while (!isBusy && !isAsking.current && waiting.current.length > 0)
      doNow(waiting.current.shift() ?? "");
  });

  return {
    strike,
    isWaiting: () => isAsking.current || waiting.current.length > 0,
  };
}
