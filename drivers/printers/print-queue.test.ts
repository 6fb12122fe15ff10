import { describe, expect, it } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { PrintQueue } from "#drivers/printers/print-queue.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { fromAutomatic, statusOf } from "#drivers/printers/status.ts";
import { millis } from "#state/base/units.ts";
import { toHex } from "#test/support/hex.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const start = millis(1_000_000);
const ready = statusOf(fromAutomatic([0x10, 0, 0, 0]), "high");
const paperOut = statusOf(fromAutomatic([0x18, 0, 0x0f, 0]), "high");

function queueOf(confirms: "fence" | "none") {
  const signals: PrinterSignal[] = [];
  const queue = new PrintQueue({ ...generic80mm, confirms }, { seed: 0, msPerByte: 0 }, (signal) =>
    signals.push(signal),
  );
  queue.open();
  queue.add({ type: "print", jobId: "j", document: shortReceipt }, true);
  return { queue, signals };
}

describe("a print queue", () => {
  it("asks first whether markers are answered, with no paper at stake", () => {
    const { queue, signals } = queueOf("fence");
    queue.checked(ready, start);

    expect(queue.take(start).map(toHex)).toEqual(["1d 72 01"]);
    queue.confirm("fence", start);
    expect(queue.take(start)).toHaveLength(1);
    expect(signals).toEqual([]);
  });

  it("hands a receipt back that would wait for paper behind that question", () => {
    const { queue, signals } = queueOf("fence");
    queue.checked(ready, start);
    queue.take(start);

    queue.checked(paperOut, start);

    expect(signals).toEqual([
      { type: "OutputError", jobId: "j", reason: "paper-out", printed: "nothing" },
    ]);
  });

  it("cuts off what a receipt that was given up may have left", () => {
    const { queue } = queueOf("none");
    queue.checked(ready, start);
    queue.take(start);
    const cuts = () => {
      queue.checked(ready, start);
      return queue.take(start).filter((bytes) => toHex(bytes).endsWith("1d 56 42 00")).length;
    };

    queue.add({ type: "print", jobId: "next", document: shortReceipt }, true);
    expect(cuts()).toBe(1);
    queue.add({ type: "print", jobId: "copy", document: shortReceipt, isParted: true }, true);
    expect(cuts()).toBe(2);
  });

  it("sends nothing before the printer has been asked", () => {
    const { queue } = queueOf("fence");

    expect(queue.take(start)).toEqual([]);
    queue.checked(ready, start);
    expect(queue.take(start)).toHaveLength(1);
  });

  it("marks a job of a printer that cannot confirm as sent, and no more", () => {
    const { queue, signals } = queueOf("none");
    queue.checked(ready, start);

    expect(queue.take(start)).toHaveLength(2);
    expect(signals).toEqual([{ type: "OutputComplete", jobId: "j", confirmed: false }]);
  });

  it("has no deadline of its own while paper is out", () => {
    const { queue, signals } = queueOf("fence");
    queue.checked(ready, start);
    queue.take(start);
    queue.confirm("fence", start);
    queue.take(start);

    queue.checked(paperOut, millis(start + 3_600_000));

    expect(queue.isPrinting).toBe(true);
    expect(signals).toEqual([]);
  });
});
