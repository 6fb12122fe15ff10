import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import type { Intent } from "#state/intent.ts";
import type { Notice } from "../view.ts";
import type { Outcome } from "./connection.ts";

/** What every screen may do: ask the terminal for something, and show what it answered. */
export interface Asking {
  readonly isBusy: boolean;
  readonly notice: Notice | null;
  /** Null when something else is being asked. */
  send(intent: Intent): Promise<Outcome> | null;
  dismiss(): void;
}

export const AskingContext = createContext<Asking>({
  isBusy: false,
  notice: null,
  send: () => null,
  dismiss: () => {},
});

export const useAsking = () => useContext(AskingContext);

/**
 * Asks now, or as soon as the last wish is answered: for what is typed and gone when it is whole,
 * unlike a tap, which counts only once and can be repeated.
 */
export function useAskWhenFree(): (intent: Intent) => void {
  const { isBusy, send } = useAsking();
  const [waiting, setWaiting] = useState<Intent | null>(null);
  useLayoutEffect(() => {
    if (waiting !== null && !isBusy && send(waiting) !== null) setWaiting(null);
  });
  return setWaiting;
}
