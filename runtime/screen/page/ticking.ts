import { useEffect, useState } from "preact/hooks";

/** The page's only clock: for the countdown and for waiting before the next try. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Calls `wake` once, `delayMs` from now; the answer cancels it. */
export function after(delayMs: number, wake: () => void): () => void {
  const timer = setTimeout(wake, delayMs);
  return () => clearTimeout(timer);
}
