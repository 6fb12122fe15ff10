import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DrawerRow,
  drawerCatalog,
  printerCatalog,
  type ScaleRow,
  scaleCatalog,
  scannerCatalog,
} from "#drivers/catalog.ts";
import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import { DisplayBehindPrinter } from "#drivers/displays/display-behind-printer.ts";
import { displayLanguages } from "#drivers/displays/language.ts";
import type { Driver } from "#drivers/driver.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { Scale } from "#drivers/scales/scale.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { type Millis, millis } from "#state/base/units.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const start = millis(1_000_000);
const printers = Object.entries(printerCatalog);
const print = (jobId: string): PrinterCommand => ({ type: "print", jobId, document: shortReceipt });

const serialDrawers = Object.entries(drawerCatalog).filter(([, { link }]) => link === "serial");

type AnyDriver = Driver<never, { readonly type: string }>;

const drivers: readonly (readonly [string, () => AnyDriver])[] = [
  ...printers.map(([name, row]) => [name, () => busyPrinter(row.model)] as const),
  ["a display behind a printer", () => busyPair()],
  ...Object.entries(scaleCatalog).map(
    ([name, { language }]) => [name, () => busyScale(language)] as const,
  ),
  ...serialDrawers.map(([name, { make }]) => [name, () => kickedDrawer(make({}))] as const),
  ...Object.entries(displayLanguages).map(
    ([name, language]) => [name, () => new CustomerDisplay(language)] as const,
  ),
  ...Object.entries(scannerCatalog).map(
    ([name, { speaks }]) =>
      [name, () => (speaks === "ssi" ? new SsiScanner() : new SerialScanner())] as const,
  ),
];

/** Just told to open. */
function kickedDrawer(drawer: ReturnType<DrawerRow["make"]>): AnyDriver {
  drawer.open(start);
  drawer.obey({ type: "openDrawer", kickId: "busy" }, start);
  return drawer;
}

/** In the middle of a reading. */
function busyScale(language: ScaleRow["language"]): AnyDriver {
  const scale = new Scale(language);
  scale.open(start);
  scale.obey({ type: "readWeight", readId: "busy" }, start);
  return scale;
}

/** With a receipt under way, so that random answers meet every state. */
function busyPrinter(model: (typeof printers)[number][1]["model"]): AnyDriver {
  const printer = new ReceiptPrinter(model, { firstProcessId: 0 });
  printer.open(start);
  printer.obey(print("busy"), start);
  return printer;
}

/** With a picture to show as soon as the printer is ready. */
function busyPair(): AnyDriver {
  const printer = new ReceiptPrinter(printerCatalog["generic-80mm"].model, { firstProcessId: 0 });
  const pair = new DisplayBehindPrinter(printer, displayLanguages.led8);
  pair.open(start);
  const figures = [
    { meaning: "price", amount: "1.00" },
    { meaning: "total", amount: "2.00" },
  ] as const;
  pair.obey({ type: "show", upper: "", lower: "", figures }, start);
  return pair;
}

/** Bytes that a printer might send are likelier than chance would have them. */
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0x10, 0x12, 0x00, 0x37, 0x22, 0x18, 0x0d, 0x11, 0x5d),
);
const stream = fc.array(byte, { maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));

/** Lets the clock run to the next few deadlines. */
function runOut(driver: AnyDriver, from: Millis): readonly { readonly type: string }[] {
  const signals = [];
  let now = from;
  for (let n = 0; n < 8 && driver.deadline !== null; n += 1) {
    now = millis(Math.max(now, driver.deadline));
    signals.push(...driver.wake(now).signals);
  }
  return signals;
}

describe.each(drivers)("every driver: %s", (_, make) => {
  it("bears any bytes at any time and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stream, fc.integer({ min: 0, max: 3000 }))), (parts) => {
        const driver = make();
        let now: Millis = start;
        driver.open(now);
        for (const [bytes, pause] of parts) {
          now = millis(now + pause);
          driver.receive(bytes, now);
          if (driver.deadline !== null && driver.deadline <= now) driver.wake(now);
        }
        driver.close(now);
      }),
    );
  });

  it("gives the same signals and bytes however the stream is split", () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 1, max: 40 }), (bytes, size) => {
        const whole = make();
        const split = make();

        const expected = whole.receive(bytes, start);
        const writes = [];
        const signals = [];
        for (let at = 0; at < bytes.length; at += size) {
          const output = split.receive(bytes.subarray(at, at + size), start);
          writes.push(...output.writes);
          signals.push(...output.signals);
        }

        expect({ writes, signals }).toEqual(expected);
        expect(runOut(split, start)).toEqual(runOut(whole, start));
      }),
    );
  });

  it("always moves its deadline on when it is woken", () => {
    fc.assert(
      fc.property(stream, (bytes) => {
        const driver = make();
        driver.receive(bytes, start);

        for (let n = 0; n < 8 && driver.deadline !== null; n += 1) {
          const due = driver.deadline;
          driver.wake(due);
          expect(driver.deadline === null || driver.deadline > due).toBe(true);
        }
      }),
    );
  });
});

describe.each(printers)("every printer: %s", (_, { model }) => {
  const isEnd = (signal: PrinterSignal) => /^(OutputComplete|OutputError)$/.test(signal.type);

  it("ends every receipt exactly once, whatever the line says before it is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(stream), (count, streams) => {
        const printer = new ReceiptPrinter(model, { firstProcessId: 0 });
        const jobs = Array.from({ length: count }, (_, n) => `j${n}`);
        const outputs = [printer.open(start), ...jobs.map((id) => printer.obey(print(id), start))];
        for (const bytes of streams) outputs.push(printer.receive(bytes, start));
        outputs.push(printer.close(start));

        const ended = outputs.flatMap(({ signals }) => signals.filter(isEnd));
        expect(ended.map((s) => ("jobId" in s ? s.jobId : "")).toSorted()).toEqual(jobs.toSorted());
      }),
    );
  });

  it("knows its paper: an even number of columns of 12 dots", () => {
    expect(model.columns % 2).toBe(0);
    // 180 dpi leave eight dots over.
    expect(Math.floor(model.paperDots / 12 / 2) * 2).toBe(model.columns);
  });
});
