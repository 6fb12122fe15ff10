import type { Intent } from "#state/intent.ts";
import type { CounterView } from "../view.ts";
import { after } from "./ticking.ts";

/** `broken`: whether it was taken is unknown; the next view tells. */
export type Outcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "malformed" }
  | { readonly kind: "broken" };

interface Listener {
  readonly onView: (view: CounterView) => void;
  readonly onBroken: () => void;
}

const retryMs = 1000;
/** The terminal beats every 10 s; without two of them it hangs, however open the line may be. */
const longestSilenceMs = 25_000;

export interface Stream {
  /** Asks for the whole view anew, when an answer was lost and only the terminal knows. */
  reopen(): void;
  stop(): void;
}

/** Follows the terminal for as long as the page lives; one that falls silent is asked anew. */
export function follow({ onView, onBroken }: Listener): Stream {
  let source: EventSource | null = null;
  let stopWaiting = () => {};
  let stopListening = () => {};
  const heard = () => {
    stopListening();
    stopListening = after(longestSilenceMs, reopen);
  };
  const open = () => {
    const opened = new EventSource("/events");
    source = opened;
    heard();
    opened.addEventListener("beat", heard);
    opened.onmessage = (message: MessageEvent<string>) => {
      heard();
      onView(JSON.parse(message.data));
    };
    opened.onerror = () => {
      onBroken();
      // The browser tries again by itself after a cut, but gives up after an answer it dislikes.
      if (opened.readyState === EventSource.CLOSED) stopWaiting = after(retryMs, open);
    };
  };
  const stop = () => {
    stopWaiting();
    stopListening();
    source?.close();
  };
  function reopen() {
    onBroken();
    stop();
    open();
  }
  open();
  return { reopen, stop };
}

export async function post(intent: Intent): Promise<Outcome> {
  try {
    const response = await fetch("/intents", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(intent),
    });
    if (response.ok) return { kind: "accepted" };
    if (response.status !== 409) return { kind: "malformed" };
    const { code } = (await response.json()) as { code: string };
    return { kind: "refused", code };
  } catch {
    return { kind: "broken" };
  }
}
