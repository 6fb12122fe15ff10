import { LINE_DOTS, type PaperRow } from "#simulator/paper/paper.ts";
import type { PaperMark, PaperStack } from "#simulator/paper/stack.ts";
import { millis } from "#state/base/units.ts";
import type { CashDrawer } from "../cash-drawer.ts";
import type { CustomerDisplay } from "../customer-display.ts";
import { hasError } from "./condition.ts";
import { Counters } from "./counters.ts";
import { BLADE_DOTS } from "./deeds.ts";
import type { Emission } from "./emission.ts";
import type { Situation } from "./situation.ts";
import type { Deed, Watch } from "./tongue.ts";

/** A cut takes as long as the blade needs. */
const CUT_MS = 100;
/** A cut to be made where the paper now ends, once that has come to the blade. */
interface ReservedCut {
  readonly isPartial: boolean;
  readonly mark: PaperMark;
  dotsLeft: number;
}

type Acts = {
  readonly [Kind in Deed["kind"]]: (deed: Extract<Deed, { readonly kind: Kind }>) => void;
};

export interface MechanismParts {
  readonly paper: PaperStack;
  readonly drawer: CashDrawer;
  /** What hangs on the second plug; null: nothing, and what is said to it is lost. */
  readonly display: CustomerDisplay | null;
  readonly situation: Situation;
  readonly emission: Emission;
  readonly watch: Watch;
}

/** Head, motor, blade and drawer drive: does one deed after the other, and each takes its time. */
export class Mechanism {
  linesPerSecond: number;
  /** When it is done with what it does; the next deed begins then, however late the wake comes. */
  freeAt = 0;
  readonly counters = new Counters();
  readonly #parts: MechanismParts;
  #deeds: Deed[] = [];
  #pulseUntil = 0;
  #share = 1;
  #reserved: ReservedCut[] = [];
  #passed: number | null = null;
  /** Each n-th kick is ignored; 0: none. */
  kicksIgnoredEvery = 0;
  #kicks = 0;

  constructor(parts: MechanismParts, linesPerSecond: number) {
    this.#parts = parts;
    this.linesPerSecond = linesPerSecond;
  }

  get hasDeeds(): boolean {
    return this.#deeds.length > 0;
  }

  plan(deeds: readonly Deed[]): void {
    this.#deeds.push(...deeds);
  }

  forget(): void {
    this.#deeds = [];
  }

  /** Time goes by, with power or without. */
  pass(now: number, isOn: boolean): void {
    if (isOn && this.#passed !== null && now > this.#passed) {
      this.counters.add("power", now - this.#passed);
    }
    this.#passed = now;
  }

  /** Power-on, or the initialize command. */
  initialize(): void {
    this.#parts.situation.enableButton(true);
    this.forgetCuts();
    this.#share = 1;
  }

  /** Reserved ones: where they were to be made is not on this paper any more, or not wanted. */
  forgetCuts(): void {
    this.#reserved = [];
  }

  /** Does the first deed planned. */
  step(): void {
    const deed = this.#deeds.shift();
    if (deed !== undefined) this.#perform(deed);
  }

  /** `DLE DC4 1`: at once, even off line, but not in error nor while a queued pulse runs. */
  pulseAtOnce(pin: 2 | 5, onMs: number, now: number): void {
    const { emission, situation } = this.#parts;
    if (hasError(situation.condition)) emission.tell({ kind: "pulse refused", why: "error" });
    else if (now < this.#pulseUntil) emission.tell({ kind: "pulse refused", why: "pulse running" });
    else this.#pulse(pin, onMs, now);
  }

  #perform<Kind extends Deed["kind"]>(deed: Extract<Deed, { readonly kind: Kind }>): void {
    const act: (deed: Extract<Deed, { readonly kind: Kind }>) => void = this.#acts[deed.kind];
    act(deed);
  }

  readonly #acts: Acts = {
    print: ({ row }) => this.#print(row),
    cut: (deed) => this.#cut(deed),
    "reserve cut": ({ isPartial }) => {
      const mark = this.#parts.paper.mark;
      this.#reserved.push({ isPartial, mark, dotsLeft: BLADE_DOTS });
    },
    initialize: () => this.initialize(),
    pace: ({ share }) => {
      this.#share = share;
    },
    pulse: ({ pin, onMs, offMs }) => {
      this.#pulseUntil = this.freeAt + onMs + offMs;
      this.#pulse(pin, onMs, this.freeAt);
    },
    buzz: ({ times, onMs }) => this.#parts.emission.tell({ kind: "buzzed", times, onMs }),
    answer: ({ bytes }) => this.#parts.emission.write(bytes),
    report: ({ of }) =>
      this.#parts.emission.write(of(this.#parts.situation.condition, this.counters)),
    "reset counter": ({ worn }) => this.counters.reset(worn),
    "memory written": () => {
      this.counters.add("memory", 1);
      const writes = this.counters.ever("memory");
      this.#parts.emission.tell({ kind: "memory written", writes });
    },
    pause: ({ ms }) => {
      this.freeAt += ms;
    },
    "wait for button": () => {
      this.#parts.situation.waitForButton();
      this.#parts.watch.notice(this.#parts.situation.condition);
    },
    "panel button": ({ isEnabled }) => this.#parts.situation.enableButton(isEnabled),
    count: () => this.#parts.watch.count(this.#parts.situation.condition),
    "forget count": () => this.#parts.watch.forgetCount(),
    watch: ({ n }) => this.#parts.watch.watch(n, this.#parts.situation.condition),
    "pass on": ({ bytes }) => {
      const now = millis(Math.ceil(this.freeAt));
      this.#parts.emission.tell(...(this.#parts.display?.receive(bytes, now).events ?? []));
    },
    unknown: ({ bytes }) => this.#parts.emission.tell({ kind: "unknown command", bytes }),
    refused: ({ why }) => this.#parts.emission.tell({ kind: "not printed", why }),
  };

  #print(row: PaperRow): void {
    const { paper, emission, situation, watch } = this.#parts;
    paper.print(row);
    emission.tell({ kind: "line printed" });
    this.freeAt +=
      ((Math.abs(row.heightDots) / LINE_DOTS) * 1000) / (this.linesPerSecond * this.#share);
    this.counters.add("paper", Math.abs(row.heightDots));
    if (row.kind !== "feed") this.counters.add("head", row.heightDots);
    this.#bringToBlade(row.heightDots);
    if (!situation.feed(row.heightDots)) return;
    emission.tell({ kind: "paper ran out" });
    watch.notice(situation.condition);
  }

  #cut(deed: Deed & { readonly kind: "cut" }): void {
    const { paper, emission, situation, watch } = this.#parts;
    if (situation.isCutterJammed) {
      // The cut stays first in line: a freed blade tries it again.
      this.#deeds.unshift(deed);
      situation.failCut();
      emission.tell({ kind: "cutter failed" });
      watch.notice(situation.condition);
      return;
    }
    this.freeAt += CUT_MS;
    this.counters.add("cutter", 1);
    this.#reserved = deed.mark === undefined ? [] : this.#reservedBelow(deed.mark);
    const receipt = paper.end(deed.isPartial ? "partly cut" : "cut", deed.mark);
    if (receipt === null) return;
    const { number } = receipt;
    emission.tell({ kind: "receipt cut", number, isPartial: deed.isPartial });
  }

  /** A cut that was reserved is made as soon as its place has come to the blade. */
  #bringToBlade(dots: number): void {
    for (const each of this.#reserved) each.dotsLeft -= dots;
    const due = this.#reserved.filter(({ dotsLeft }) => dotsLeft <= 0);
    this.#reserved = this.#reserved.filter(({ dotsLeft }) => dotsLeft > 0);
    this.#deeds.unshift(
      ...due.map(({ isPartial, mark }) => ({ kind: "cut" as const, isPartial, mark })),
    );
  }

  /** Those that remain, counted on the paper below a cut. */
  #reservedBelow(cut: PaperMark): ReservedCut[] {
    return this.#reserved.map((each) => ({
      ...each,
      mark: { rows: each.mark.rows - cut.rows, bytes: each.mark.bytes - cut.bytes },
    }));
  }

  #pulse(pin: 2 | 5, onMs: number, now: number): void {
    const { emission, drawer, situation, watch } = this.#parts;
    this.#kicks += 1;
    if (this.kicksIgnoredEvery > 0 && this.#kicks % this.kicksIgnoredEvery === 0) {
      emission.tell({ kind: "pulse refused", why: "ignored" });
      return;
    }
    emission.tell({ kind: "pulse sent", pin, onMs }, drawer.pulse(pin, onMs, now));
    watch.notice(situation.condition);
  }
}
