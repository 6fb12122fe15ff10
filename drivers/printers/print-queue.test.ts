import { describe, expect, it } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { PrintQueue } from "#drivers/printers/print-queue.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { fromAutomatic, statusOf } from "#drivers/printers/status.ts";
import { millis } from "#state/base/units.ts";
import { toHex } from "#test/support/hex.ts";
import { shortReceipt, wholeReceipt } from "#test/support/receipts.ts";

const start = millis(1_000_000);
/** When nobody waits for an answer any more. */
const late = millis(1_100_000);
const ready = statusOf(fromAutomatic([0x10, 0, 0, 0]), "high");
const paperOut = statusOf(fromAutomatic([0x18, 0, 0x0f, 0]), "high");

function queueOf(confirms: "fence" | "none", msPerByte = 0, document = shortReceipt) {
  const signals: PrinterSignal[] = [];
  const queue = new PrintQueue({ ...generic80mm, confirms }, { seed: 0, msPerByte }, (signal) =>
    signals.push(signal),
  );
  queue.open();
  queue.add({ type: "print", jobId: "j", document }, true);
  return { queue, signals };
}

/** A round of questions, asked anew, says that the printer is ready. */
function rest(queue: PrintQueue): void {
  queue.take(start);
  queue.asked(start);
  queue.checked(ready, start);
}

/** Asks the marker at rest, hears the answer, and sends the first step. */
function begin(queue: PrintQueue): void {
  queue.asked(start);
  queue.checked(ready, start);
  queue.take(start);
  queue.confirm("fence", start);
  rest(queue);
  queue.take(start);
}

describe("a print queue", () => {
  it("asks first whether markers are answered, with no paper at stake", () => {
    const { queue, signals } = queueOf("fence");
    queue.checked(ready, start);

    expect(queue.take(start).map(toHex)).toEqual(["1d 72 01"]);
    queue.confirm("fence", start);
    rest(queue);
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

  it("puts the next question off for no row that goes over a slow line", () => {
    const { queue } = queueOf("none", 1, wholeReceipt);
    queue.asked(start);
    queue.checked(ready, start);

    for (let at = start; at < start + 250; at = millis(at + 50)) {
      queue.take(at);
      expect(queue.askAgainAt(at)).toBe(start + 250);
    }
  });

  it("has no deadline of its own while paper is out", () => {
    const { queue, signals } = queueOf("fence");
    queue.checked(ready, start);
    queue.take(start);
    queue.confirm("fence", start);
    rest(queue);
    queue.take(start);

    queue.checked(paperOut, millis(start + 3_600_000));

    expect(queue.isPrinting).toBe(true);
    expect(signals).toEqual([]);
  });

  it("takes no answer that an earlier receipt left for the one to its own question", () => {
    const { queue } = queueOf("fence");
    queue.checked(ready, start);
    queue.take(start);

    expect(queue.confirm("fence", start)).toBe(true);
    expect(queue.take(start)).toEqual([]);
    expect(queue.confirm("fence", start)).toBe(false);
    rest(queue);
    expect(queue.take(start)).toHaveLength(1);
  });

  it("lets out what a receipt left in the printer before the next one fills it up", () => {
    const { queue } = queueOf("fence");
    begin(queue);

    queue.failCurrent("no-answer");
    queue.add({ type: "print", jobId: "copy", document: shortReceipt }, true);
    queue.asked(start);
    queue.checked(ready, start);

    expect(queue.take(start).map(toHex)).toEqual(["1d 72 01"]);
  });

  it("asks again whether markers are answered when one is answered late", () => {
    const { queue } = queueOf("fence");
    queue.checked(ready, start);
    queue.take(start);
    queue.checked(ready, late);
    queue.take(late);

    queue.confirm("fence", late);
    queue.add({ type: "print", jobId: "next", document: shortReceipt }, true);
    queue.asked(start);
    queue.checked(ready, late);

    expect(queue.take(late).map(toHex)).toEqual(["1d 72 01"]);
  });

  it("copies no receipt for ever for a printer that answers at rest only", () => {
    const { queue, signals } = queueOf("fence");
    for (const jobId of ["copy", "copy of it"]) {
      begin(queue);
      queue.checked(ready, late);
      queue.add({ type: "print", jobId, document: shortReceipt }, true);
    }
    queue.asked(start);
    queue.checked(ready, start);
    queue.take(start);

    const ends = signals.map((signal) => ("jobId" in signal ? [signal.type, signal.jobId] : []));
    expect(ends).toEqual([
      ["OutputError", "j"],
      ["OutputError", "copy"],
      ["OutputComplete", "copy of it"],
    ]);
    expect(signals.at(-1)).toMatchObject({ confirmed: false });
  });
});
