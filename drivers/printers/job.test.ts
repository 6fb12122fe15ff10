import { describe, expect, it } from "vitest";
import {
  Job,
  ProcessIds,
  processIdIn,
  type Step,
  stepBytes,
  stepsOf,
} from "#drivers/printers/job.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { wholeReceipt } from "#test/support/receipts.ts";

function steps(model: typeof generic80mm): readonly Step[] {
  const ids = new ProcessIds(0);
  return stepsOf(new ReceiptEncoder(model).encode(wholeReceipt), model, () => ids.next());
}

describe("the steps of a receipt", () => {
  it("fit the receive buffer of a clone, and hold every command once and in order", () => {
    const receipt = new ReceiptEncoder(generic80mm).encode(wholeReceipt);
    const parts = steps(generic80mm);

    expect(parts.length).toBeGreaterThan(2);
    for (const step of parts) expect(stepBytes(step).length).toBeLessThanOrEqual(384 + 3);
    const sent = parts.map(({ bytes }) => toHex(bytes)).join(" ");
    expect(sent).toBe(`${toHex(receipt.lines.bytes)} ${toHex(receipt.cut.bytes)}`);
    const [first] = parts;
    expect(receipt.lines.ends).toContain(first?.bytes.length);
  });

  it("end with the cut by itself, behind the last line", () => {
    const parts = steps(epsonTmT20iii);

    expect(parts.map(({ endsLines }) => endsLines)).toEqual([true, false]);
    expect(
      toHex(stepBytes(parts[1] ?? { bytes: new Uint8Array(), marker: null, endsLines: false })),
    ).toBe("1d 56 42 00 1d 28 48 06 00 30 30 30 30 30 31");
  });

  it("carry no question to a printer that cannot answer one", () => {
    const parts = steps({ ...generic80mm, confirms: "none" });

    expect(parts.every(({ marker }) => marker === null)).toBe(true);
  });
});

describe("a job", () => {
  it("waits for its own id and for no other", () => {
    const job = new Job("j", steps(epsonTmT20iii));
    job.advance();

    expect(job.awaits(fromHex("30 30 30 39"))).toBe(false);
    expect(job.awaits("fence")).toBe(false);
    expect(job.awaits(fromHex("30 30 30 30"))).toBe(true);
  });

  it("knows that its lines are printed before the cut is", () => {
    const job = new Job("j", steps(epsonTmT20iii));
    job.advance();
    expect(job.linesArePrinted).toBe(false);

    job.confirmCurrent();

    expect(job.linesArePrinted).toBe(true);
  });
});

describe("a process id", () => {
  it("counts on in printable characters and begins again at the end", () => {
    const ids = new ProcessIds(36 ** 4 - 1);

    expect([toHex(ids.next()), toHex(ids.next())]).toEqual(["5a 5a 5a 5a", "30 30 30 30"]);
  });

  it("is found in its answer alone", () => {
    expect(processIdIn(fromHex("37 22 30 30 30 31"))).toEqual(fromHex("30 30 30 31"));
    expect(processIdIn(fromHex("37 23 40"))).toBeNull();
    expect(processIdIn(fromHex("5f 22 30 30 30 31"))).toBeNull();
  });
});
