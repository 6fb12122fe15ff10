import { useEffect, useRef, useState } from "preact/hooks";
import type { Intent } from "#state/intent.ts";
import type { CounterView } from "../view.ts";
import { follow, type Outcome, post, type Stream } from "./connection.ts";
import { after } from "./ticking.ts";

export interface Counter {
  /** Null until the first view, and again whenever the stream breaks: nothing stale is shown. */
  readonly view: CounterView | null;
  /** The stream broke and no view has come since. */
  readonly isBroken: boolean;
  /** An intent is on its way; nothing else can be asked meanwhile. */
  readonly isBusy: boolean;
  /** Which intent, counted from 1, the terminal could not read and did not do; null: none now. */
  readonly misunderstanding: number | null;
  /** Null when another intent is on its way: the same tap never counts twice. */
  send(intent: Intent): Promise<Outcome> | null;
  forgetMisunderstanding(): void;
}

/** An accepted intent normally changes the view; one that does not may hold the keys this long. */
const viewFollowsWithinMs = 250;

export function useCounter(): Counter {
  const [view, setView] = useState<CounterView | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [misunderstanding, setMisunderstanding] = useState<number | null>(null);
  const misunderstandings = useRef(0);
  const flight = useRef<Flight | null>(null);

  const stream = useRef<Stream | null>(null);

  useEffect(() => {
    const opened = follow({
      onView(next) {
        setView(next);
        setBroken(false);
        if (flight.current !== null) flight.current.sawView();
      },
      onBroken() {
        setView(null);
        setBroken(true);
      },
    });
    stream.current = opened;
    return opened.stop;
  }, []);

  function land() {
    flight.current = null;
    setBusy(false);
  }

  function send(intent: Intent): Promise<Outcome> | null {
    if (flight.current !== null) return null;
    const own = takeOff(land);
    flight.current = own;
    setBusy(true);
    setMisunderstanding(null);
    return post(intent).then((outcome) => {
      if (outcome.kind === "malformed") setMisunderstanding(++misunderstandings.current);
      if (outcome.kind === "broken") stream.current?.reopen();
      own.answered(outcome);
      return outcome;
    });
  }

  return {
    view,
    isBroken,
    isBusy,
    misunderstanding,
    send,
    forgetMisunderstanding: () => setMisunderstanding(null),
  };
}

interface Flight {
  sawView(): void;
  answered(outcome: Outcome): void;
}

/**
 * One intent under way. It lands when it is answered and the view after it is on the screen:
 * between the two, a second Enter would act on what the cashier no longer means.
 */
function takeOff(land: () => void): Flight {
  let hasView = false;
  let isAccepted = false;
  let stopWaiting = () => {};
  return {
    sawView() {
      hasView = true;
      if (!isAccepted) return;
      stopWaiting();
      land();
    },
    answered(outcome) {
      if (hasView || outcome.kind !== "accepted") return land();
      isAccepted = true;
      stopWaiting = after(viewFollowsWithinMs, land);
    },
  };
}
