import { createContext } from "preact";
import { useContext } from "preact/hooks";
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
