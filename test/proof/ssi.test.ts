import fc from "fast-check";
import { expect, it } from "vitest";
import type { Output } from "#drivers/driver.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { SsiScanner as Driver } from "#drivers/scanners/ssi-scanner.ts";
import { SsiScanner as Twin } from "#simulator/devices/ssi-scanner.ts";
import { millis } from "#state/base/units.ts";

/** A driver and a scanner on a bad line, on one clock. */
class BadLine {
  readonly driver = new Driver();
  readonly scanner = new Twin();
  readonly heard: string[] = [];
  beeps = 0;
  /** Counts packets in both directions; those named here never arrive. */
  readonly #lost: ReadonlySet<number>;
  #packets = 0;
  #now = 1000;

  constructor(lost: readonly number[]) {
    this.#lost = new Set(lost);
    this.driver.open(millis(this.#now));
  }

  scan(label: string): void {
    const action = { kind: "trigger", label, symbology: "qr" } as const;
    this.#fromScanner(this.scanner.act(action, millis(this.#now)).writes);
    this.#wait();
  }

  beep(): void {
    this.#fromDriver(this.driver.obey({ type: "beep" }, millis(this.#now)));
    this.#wait();
  }

  #wait(): void {
    for (;;) {
      const due = [this.scanner.deadline, this.driver.deadline].filter((at) => at !== null);
      if (due.length === 0) return;
      this.#now = Math.max(this.#now, Math.min(...due));
      this.#fromDriver(this.driver.wake(millis(this.#now)));
      this.#fromScanner(this.scanner.wake(millis(this.#now)).writes);
    }
  }

  #arrives(): boolean {
    this.#packets += 1;
    return !this.#lost.has(this.#packets);
  }

  #fromScanner(writes: readonly Uint8Array[]): void {
    for (const bytes of writes) {
      if (this.#arrives()) this.#fromDriver(this.driver.receive(bytes, millis(this.#now)));
    }
  }

  #fromDriver({ writes, signals }: Output<ScannerSignal>): void {
    for (const signal of signals) {
      if (signal.type === "ScanData") this.heard.push(signal.scanDataLabel);
    }
    for (const bytes of writes) {
      if (!this.#arrives()) continue;
      const { writes: answers, events } = this.scanner.receive(bytes, millis(this.#now));
      this.beeps += events.filter(({ kind }) => kind === "scanner obeyed").length;
      this.#fromScanner(answers);
    }
  }
}

const label = fc.oneof(
  fc.constantFrom("6901234567892", "96385074"),
  fc.nat({ max: 900 }).map((length) => `https://shop.example/01/${"7".repeat(length)}`),
);

it("takes each label once, of one packet or of several, whichever packets are lost", () => {
  fc.assert(
    fc.property(
      fc.array(label, { minLength: 1, maxLength: 6 }),
      // Never four sendings of one packet in a row, after which the scanner gives the label up.
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), {
        maxLength: 6,
        selector: ([at]) => at,
      }),
      (labels, lost) => {
        const line = new BadLine(lost.map(([at, isAnswer]) => at * 4 + (isAnswer ? 0 : 1)));
        // Packets carry no number: one that is lost whole behind an equal one is its repetition.
        const distinct = labels.map((one, at) => `${one}#${at}`);

        for (const one of distinct) line.scan(one);

        expect(line.heard).toEqual(distinct);
      },
    ),
  );
});

it("beeps once for each command, between scans, whichever answers are lost on the way", () => {
  // Here every second packet is an answer. A command lost whole right behind an equal one is taken
  // for its repetition: the protocol numbers nothing.
  const lost = fc.uniqueArray(
    fc.integer({ min: 1, max: 12 }).map((n) => n * 4),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), lost, (moves, gaps) => {
      const line = new BadLine(gaps);

      for (const isScan of moves) {
        if (isScan) line.scan("96385074");
        else line.beep();
      }

      expect(line.beeps).toBe(moves.filter((isScan) => !isScan).length);
      expect(line.heard).toHaveLength(moves.filter((isScan) => isScan).length);
    }),
  );
});
