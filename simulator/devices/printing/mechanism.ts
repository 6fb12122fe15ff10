import { LINE_DOTS, type PaperRow } from "#simulator/paper/paper.ts";
import type { PaperStack } from "#simulator/paper/stack.ts";
import { unreachable } from "#state/base/assert.ts";
import { millis } from "#state/base/units.ts";
import type { CashDrawer } from "../cash-drawer.ts";
import type { CustomerDisplay } from "../customer-display.ts";
import { hasError } from "./condition.ts";
import type { Emission } from "./emission.ts";
import type { Situation } from "./situation.ts";
import type { Deed, Watch } from "./tongue.ts";

/** A cut takes as long as the blade needs. */
const CUT_MS = 100;

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
  readonly #parts: MechanismParts;
  #deeds: Deed[] = [];
  #pulseUntil = 0;

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
    else this.#pulse(pin, onMs);
  }

  #perform(deed: Deed): void {
    const { emission, situation, watch } = this.#parts;
    switch (deed.kind) {
      case "print":
        this.#print(deed.row);
        return;
      case "cut":
        this.#cut(deed);
        return;
      case "pulse":
        this.#pulseUntil = this.freeAt + deed.onMs + deed.offMs;
        this.#pulse(deed.pin, deed.onMs);
        return;
      case "answer":
        emission.write(deed.bytes);
        return;
      case "report":
        emission.write(deed.of(situation.condition));
        return;
      case "count":
        watch.count(situation.condition);
        return;
      case "forget count":
        watch.forgetCount();
        return;
      case "watch":
        watch.watch(deed.n, situation.condition);
        return;
      case "pass on": {
        const now = millis(Math.ceil(this.freeAt));
        emission.tell(...(this.#parts.display?.receive(deed.bytes, now).events ?? []));
        return;
      }
      case "unknown":
        emission.tell({ kind: "unknown command", bytes: deed.bytes });
        return;
      case "refused":
        emission.tell({ kind: "not printed", why: deed.why });
        return;
      default:
        unreachable(deed);
    }
  }

  #print(row: PaperRow): void {
    const { paper, emission, situation, watch } = this.#parts;
    paper.print(row);
    emission.tell({ kind: "line printed" });
    this.freeAt += ((row.heightDots / LINE_DOTS) * 1000) / this.linesPerSecond;
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
    const receipt = paper.end(deed.isPartial ? "partly cut" : "cut");
    if (receipt === null) return;
    const { number } = receipt;
    emission.tell({ kind: "receipt cut", number, isPartial: deed.isPartial });
  }

  #pulse(pin: 2 | 5, onMs: number): void {
    const { emission, drawer, situation, watch } = this.#parts;
    emission.tell({ kind: "pulse sent", pin, onMs }, drawer.pulse(pin, onMs));
    watch.notice(situation.condition);
  }
}
