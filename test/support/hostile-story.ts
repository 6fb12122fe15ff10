import fc from "fast-check";
import { millis } from "#state/base/units.ts";
import type { MemoryCounter } from "#test/support/memory-counter.ts";

interface Trouble {
  /** Of which there is one at a time: a roll is not changed twice at once. */
  readonly part: string;
  begin(counter: MemoryCounter): void;
  end(counter: MemoryCounter): void;
  /** The printer keeps what it holds and goes on. */
  readonly isKept: boolean;
  /** Whether a receipt under way meets it at once; a stuck blade waits for the cut. */
  readonly meetsReceipt: boolean;
}

const kept = { isKept: true, meetsReceipt: true } as const;
const lost = { isKept: false, meetsReceipt: true } as const;

const troubles = {
  paper: {
    part: "roll",
    begin: (c) => c.tend({ kind: "paper", paper: "out" }),
    end: (c) => c.tend({ kind: "paper", paper: "ok" }),
    ...kept,
  },
  "end of roll": {
    part: "roll",
    begin: (c) => c.tend({ kind: "paper left", lines: 9 }),
    end: (c) => c.tend({ kind: "paper", paper: "ok" }),
    isKept: true,
    meetsReceipt: false,
  },
  "near end": {
    part: "roll",
    begin: (c) => c.tend({ kind: "paper", paper: "near-end" }),
    end: (c) => c.tend({ kind: "paper", paper: "ok" }),
    isKept: true,
    meetsReceipt: false,
  },
  cover: {
    part: "cover",
    begin: (c) => c.tend({ kind: "cover", cover: "open" }),
    end: (c) => c.tend({ kind: "cover", cover: "closed" }),
    ...kept,
  },
  blade: {
    part: "blade",
    begin: (c) => c.tend({ kind: "cutter", cutter: "jammed" }),
    end: (c) => c.tend({ kind: "cutter", cutter: "ok" }),
    isKept: true,
    meetsReceipt: false,
  },
  head: {
    part: "head",
    begin: (c) => c.tend({ kind: "head", head: "hot" }),
    end: (c) => c.tend({ kind: "head", head: "ok" }),
    ...kept,
  },
  button: {
    part: "button",
    begin: (c) => c.tend({ kind: "feed button", feedButton: "held" }),
    end: (c) => c.tend({ kind: "feed button", feedButton: "up" }),
    ...kept,
  },
  power: {
    part: "power",
    begin: (c) => c.tend({ kind: "power", power: "off" }),
    end: (c) => c.tend({ kind: "power", power: "on" }),
    ...lost,
  },
  cable: {
    part: "cable",
    begin: (c) => c.cables.printer.unplug(),
    end: (c) => c.cables.printer.plug(),
    ...lost,
  },
} as const satisfies Readonly<Record<string, Trouble>>;

type TroubleName = keyof typeof troubles;

export type Event =
  | { readonly kind: "sell"; readonly items: number }
  | { readonly kind: "reprint" }
  | { readonly kind: "trouble"; readonly name: TroubleName; readonly lasts: number }
  /** The device process is killed. */
  | { readonly kind: "kill" }
  /** The terminal is, and starts again. */
  | { readonly kind: "restart" };

export type Story = readonly (readonly [gap: number, event: Event])[];

const names = Object.keys(troubles) as readonly TroubleName[];
const lasts = fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 900, max: 15_000 }));
const gap = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 3000 }));
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("sell" as const), items: fc.constantFrom(1, 3, 8) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("trouble" as const),
      name: fc.constantFrom(...names),
      lasts,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "kill" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "reprint" as const }) },
);

export const story: fc.Arbitrary<Story> = fc.array(fc.tuple(gap, event), {
  minLength: 2,
  maxLength: 14,
});

/** Whether the printer may have lost what it held, or the till what it knew. */
export const isKept = (told: Story): boolean =>
  told.every(
    ([, one]) =>
      (one.kind !== "trouble" || troubles[one.name].isKept) &&
      one.kind !== "kill" &&
      one.kind !== "restart",
  );

/** How often something happened that may have interrupted a receipt. */
export const disturbances = (told: Story): number =>
  told.filter(([, { kind }]) => kind !== "sell" && kind !== "reprint").length;

const labels = ["6901234567892", "4006381333931", "96385074"];
const SLICE = 10;
const SETTLES_WITHIN = 5000;
/** Off line a printer is asked each second; a shorter blink under XOFF leaves no trace. */
const OFF_AT_LEAST = 1500;

/** Plays a story, and shuts the drawer after each opening. */
export class Play {
  /** What nobody was told within a second. */
  readonly untold: string[] = [];
  /** When the drawer opened. */
  readonly openedAt: number[] = [];
  /** When something went wrong or was put right. */
  readonly upsetAt: number[] = [];
  /** How many entries there were before it. */
  readonly from: number;
  readonly #counter: MemoryCounter;
  readonly #inTrouble = new Set<string>();
  #openings = 0;

  constructor(counter: MemoryCounter) {
    this.#counter = counter;
    this.from = counter.till.entries.length;
  }

  tell(told: Story): void {
    for (const [wait, one] of told) {
      this.pass(wait);
      this.#happen(one);
    }
  }

  pass(ms: number): void {
    const counter = this.#counter;
    for (let left = ms; left > 0; left -= SLICE) {
      counter.advance(Math.min(SLICE, left));
      if (counter.openings === this.#openings) continue;
      this.#openings = counter.openings;
      this.openedAt.push(counter.clock.wall());
      counter.shutDrawer();
    }
  }

  #happen(one: Event): void {
    const counter = this.#counter;
    if (one.kind !== "sell" && one.kind !== "reprint") this.upsetAt.push(counter.clock.wall());
    switch (one.kind) {
      case "sell":
        for (let item = 0; item < one.items; item += 1) {
          counter.put({ type: "scanned", label: labels[item % labels.length] ?? "" });
        }
        counter.put({ type: "intent", intent: { type: "tenderCash", amount: 100_000 } });
        break;
      case "reprint":
        counter.put({ type: "intent", intent: { type: "reprintReceipt" } });
        break;
      case "kill":
        counter.cables.printer.hangUp();
        counter.cables.scanner.hangUp();
        break;
      case "restart":
        counter.restart();
        break;
      case "trouble":
        this.#suffer(one);
        break;
    }
  }

  #suffer({ name, lasts: asked }: Extract<Event, { kind: "trouble" }>): void {
    const ms = name === "power" ? Math.max(asked, OFF_AT_LEAST) : asked;
    const counter = this.#counter;
    const { clock } = counter;
    const now = clock.wall();
    const job = counter.till.terminal.jobs.find(({ phase }) => phase === "started");
    const trouble: Trouble = troubles[name];
    if (this.#inTrouble.has(trouble.part)) return;
    this.#inTrouble.add(trouble.part);
    trouble.begin(counter);
    clock.after(millis(ms), () => {
      this.#inTrouble.delete(trouble.part);
      trouble.end(counter);
      this.upsetAt.push(clock.wall());
    });
    // A printer that was only just found is still being asked what it is.
    const isFresh = this.upsetAt.some((at) => at < now && now - at < SETTLES_WITHIN);
    if (job === undefined || isFresh || !trouble.meetsReceipt || ms <= 1000) return;
    clock.after(millis(1000), () => {
      const { chart, jobs } = counter.till.terminal;
      const isUnderWay = jobs.some(
        ({ jobId, phase }) => jobId === job.jobId && phase === "started",
      );
      if (isUnderWay && chart.printer === "ready") this.untold.push(`${name} at ${now}`);
    });
  }
}
