import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printerCatalog } from "#drivers/catalog.ts";
import { DisplayBehindPrinter } from "#drivers/displays/display-behind-printer.ts";
import { displayLanguages } from "#drivers/displays/language.ts";
import type { Output } from "#drivers/driver.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { type CounterOutput, virtualCounter } from "#simulator/virtual-counter.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import { shortReceipt } from "#test/support/receipts.ts";

/** The driver of both, and a virtual printer with a virtual display on its second plug. */
class Bench {
  readonly counter = virtualCounter({ printer: { linesPerSecond: 20 } });
  readonly #driver: DisplayBehindPrinter;
  #now = 1000;

  constructor() {
    const { model } = printerCatalog["epson-tm-t20iii"];
    const printer = new ReceiptPrinter(model, { firstProcessId: 0 });
    this.#driver = new DisplayBehindPrinter(printer, displayLanguages.cd5220);
    this.#follow(this.#driver.open(millis(this.#now)));
  }

  show(upper: string): void {
    const picture = { type: "show", upper, lower: "", figures: [] } as const;
    this.#follow(this.#driver.obey(picture, millis(this.#now)));
  }

  print(jobId: string): void {
    const job = { type: "print", jobId, document: shortReceipt } as const;
    this.#follow(this.#driver.obey(job, millis(this.#now)));
  }

  wait(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [this.#driver.deadline, this.counter.deadline].filter((at) => at !== null);
      const next = Math.min(...due);
      if (due.length === 0 || next > end) break;
      this.#now = Math.max(this.#now, next);
      this.#carry(this.counter.wake(millis(this.#now)));
      this.#follow(this.#driver.wake(millis(this.#now)));
    }
    this.#now = end;
  }

  get shown(): string {
    const { shown } = this.counter.display;
    return shown.kind === "text" ? (shown.rows[0] ?? "").trimEnd() : "";
  }

  /** What is on paper, a cut-off beginning aside. */
  get slips(): readonly string[] {
    return this.counter.printer.paper.receipts.map(paperText);
  }

  #follow({ writes }: Output<unknown>): void {
    for (const bytes of writes) {
      this.#carry(this.counter.receive("printer", bytes, millis(this.#now)));
    }
  }

  #carry({ sent }: CounterOutput): void {
    for (const { bytes } of sent) this.#follow(this.#driver.receive(bytes, millis(this.#now)));
  }
}

describe("a display on the printer's second plug", () => {
  it("eats what is said between ESC = 2 and ESC = 1, and the printer prints the rest", () => {
    const counter = virtualCounter();
    const hex = "41 0a 1b 3d 02 1b 51 41 54 45 41 0d 1b 3d 01 42 0a"; // A, TEA, B

    counter.receive("printer", fromHex(hex), millis(0));
    for (let due = counter.deadline; due !== null; due = counter.deadline) counter.wake(due);

    expect(counter.display.shown).toMatchObject({ rows: ["TEA".padEnd(20), " ".repeat(20)] });
    expect(counter.printer.paper.receipts.map(paperText)).toEqual(["A\nB\n"]);
  });

  it("goes on eating where the way back is forgotten: that is how receipts are lost", () => {
    const counter = virtualCounter();

    counter.receive("printer", fromHex("1b 3d 02 41 0d 42 0a"), millis(0));

    expect(counter.printer.paper.receipts).toEqual([]);
  });

  it("never costs a line of a receipt, whatever is shown and when", () => {
    const plain = new Bench();
    plain.wait(1000);
    plain.print("j");
    plain.wait(20_000);
    const [expected] = plain.slips;

    const step = fc.oneof(
      fc.nat(400).map((wait) => ({ wait })),
      fc.stringMatching(/^[A-Z]{1,12}$/).map((show) => ({ show })),
      fc.constant({ print: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const bench = new Bench();
        let last = "";
        for (const [index, each] of steps.entries()) {
          if ("wait" in each) bench.wait(each.wait);
          else if ("show" in each) bench.show(each.show);
          else bench.print(`${index}`);
          last = "show" in each ? each.show : last;
        }
        bench.wait(60_000);

        const prints = steps.filter((each) => "print" in each).length;
        expect(bench.slips).toEqual(Array.from({ length: prints }, () => expected));
        expect(bench.shown).toBe(last);
      }),
      { numRuns: 60 },
    );
  });
});
