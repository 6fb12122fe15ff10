import { describe, expect, it } from "vitest";
import { FENCE, processMark } from "#drivers/printers/escpos-answers.ts";
import { ProcessIds } from "#drivers/printers/escpos-markers.ts";
import { Job, type Step, stepsOf } from "#drivers/printers/job.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { toHex } from "#test/support/hex.ts";
import { wholeReceipt } from "#test/support/receipts.ts";

function steps(model: typeof generic80mm): readonly Step[] {
  return stepsOf(new ReceiptEncoder(model).encode(wholeReceipt), model.bandBytes);
}

describe("the steps of a receipt", () => {
  it("fit the receive buffer of a clone, and hold every command once and in order", () => {
    const receipt = new ReceiptEncoder(generic80mm).encode(wholeReceipt);
    const parts = steps(generic80mm);

    expect(parts.length).toBeGreaterThan(2);
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(384);
    const sent = parts.map(({ bytes }) => toHex(bytes)).join(" ");
    expect(sent).toBe(`${toHex(receipt.lines.bytes)} ${toHex(receipt.cut.bytes)}`);
    const [first] = parts;
    expect(receipt.lines.ends).toContain(first?.bytes.length);
  });

  it("end with the cut by itself, behind the last line", () => {
    const parts = steps(epsonTmT20iii);

    expect(parts.map(({ endsLines }) => endsLines)).toEqual([true, false]);
    expect(parts.map(({ isMarked }) => isMarked)).toEqual([true, true]);
    expect(toHex(parts[1]?.bytes ?? new Uint8Array())).toBe("1d 56 42 00");
  });
});

describe("a job", () => {
  it("asks behind a step, and waits for its own id and for no other", () => {
    const job = new Job("j", steps(epsonTmT20iii));
    const bytes = job.send(new ProcessIds(0).next());

    expect(toHex(bytes)).toMatch(/ 1d 28 48 06 00 30 30 30 30 30 30$/);
    expect(job.bytesSent).toBe(bytes.length);
    expect(job.awaits(processMark("0009"))).toBe(false);
    expect(job.awaits(FENCE)).toBe(false);
    expect(job.awaits(processMark("0000"))).toBe(true);
  });

  it("asks nothing where the printer cannot answer", () => {
    const [first] = steps(epsonTmT20iii);

    expect(new Job("j", steps(epsonTmT20iii)).send(null)).toEqual(first?.bytes);
  });

  it("knows that its lines are printed before the cut is", () => {
    const job = new Job("j", steps(epsonTmT20iii));
    job.send(null);
    expect(job.linesArePrinted).toBe(false);

    job.confirmCurrent();

    expect(job.linesArePrinted).toBe(true);
  });
});

describe("a process id", () => {
  it("counts on in printable characters and begins again at the end", () => {
    const ids = new ProcessIds(36 ** 4 - 1);

    expect([ids.next().answer, ids.next().answer]).toEqual([
      processMark("ZZZZ"),
      processMark("0000"),
    ]);
  });
});
