import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DisplayBehindPrinter } from "#drivers/displays/display-behind-printer.ts";
import { displayLanguages } from "#drivers/displays/language.ts";
import type { DisplayCommand } from "#drivers/displays/signal.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const dialogue = new URL(
  "../../test/golden/dialogues/display-behind-printer.dialogue",
  import.meta.url,
);
const start = millis(1000);

function pair() {
  const printer = new ReceiptPrinter(generic80mm, { firstProcessId: 0 });
  return new DisplayBehindPrinter(printer, displayLanguages.cd5220);
}

const show = (upper: string, lower: string): DisplayCommand => {
  return { type: "show", upper, lower, figures: [] };
};

/** On line, with something on the glass. */
function running() {
  const driver = pair();
  driver.open(start);
  driver.obey(show("TEA", "1.00"), start);
  driver.receive(fromHex("12 12 12 12"), start);
  driver.receive(fromHex("12 12 12 12 00"), start); // the last one says that it answers fences
  return driver;
}

describe("a display behind a printer", () => {
  it("holds its dialogue", () => {
    const command = ([, upper = "", lower = ""]: readonly string[]) => show(upper, lower);
    replayFile(dialogue, { driver: pair(), command });
  });

  it("leaves a receipt alone: the picture comes behind its last byte", () => {
    const driver = running();
    driver.obey({ type: "print", jobId: "j", document: shortReceipt }, start);
    driver.receive(fromHex("12 12 12 12"), start);

    const meanwhile = driver.obey(show("CAKE", "2.00"), start);
    const after = driver.receive(fromHex("00 00"), start);

    expect(meanwhile.writes).toEqual([]);
    expect(after.signals.map(({ type }) => type)).toContain("OutputComplete");
    expect(after.writes.map(toHex).at(-1)).toMatch(/^1b 3d 02 .* 1b 3d 01$/);
  });

  it("shows it all again when the printer has been away", () => {
    const driver = running();

    driver.close(start);
    driver.open(start);
    driver.receive(fromHex("12 12 12 12"), start);
    const { writes } = driver.receive(fromHex("12 12 12 12"), start);

    expect(writes.map(toHex).at(-1)).toMatch(/^1b 3d 02 1b 40 0c 1b 51 41 54 45 41 .* 1b 3d 01$/);
  });

  it("never leaves a write with the display selected, whatever the printer says", () => {
    const step = fc.oneof(
      fc.uint8Array({ maxLength: 12 }).map((bytes) => ({ bytes })),
      fc
        .constantFrom("12 12 12 12", "00 00", "18 12 12 12")
        .map((hex) => ({ bytes: fromHex(hex) })),
      fc.string().map((text) => ({ text })),
      fc.constant({ print: true }),
      fc.nat(40_000).map((wait) => ({ wait })),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const driver = running();
        let now = start;
        for (const [index, each] of steps.entries()) {
          if ("wait" in each) now = millis(now + each.wait);
          const { writes } =
            "bytes" in each
              ? driver.receive(each.bytes, now)
              : "text" in each
                ? driver.obey(show(each.text, `${index}`), now)
                : "print" in each
                  ? driver.obey({ type: "print", jobId: `${index}`, document: shortReceipt }, now)
                  : driver.wake(now);
          for (const bytes of writes) {
            const hex = toHex(bytes);
            if (hex.startsWith("1b 3d 02")) expect(hex.endsWith("1b 3d 01")).toBe(true);
            else expect(hex).not.toContain("1b 3d");
          }
        }
      }),
    );
  });
});
