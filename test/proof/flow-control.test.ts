import { expect, it } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { MemoryCounter } from "#test/support/memory-counter.ts";
import { slipsTellTheTruth } from "#test/support/slips.ts";

const labels = ["6901234567892", "4006381333931", "96385074", "6901234567892", "4006381333931"];

/**
 * A slow clone that confirms nothing, with the smallest buffer, on a line of this speed. The drawer
 * is kicked for each sale while the receipt before it is being printed.
 */
function sellOn(bytesPerMs: number, handshake: "none" | "xon-xoff"): MemoryCounter {
  const counter = new MemoryCounter({
    model: generic80mm,
    printer: {
      ignores: ["GS r", "GS ( H"],
      ...{ receiveBufferBytes: 512, linesPerSecond: 4, handshake },
      // Of a TM-U220 it is 256, of a TM-T88 16, which is less than a row and comes too late.
      busyBelow: 128,
    },
    bytesPerMs,
  });
  counter.advance(8000);
  for (let sale = 0; sale < 3; sale += 1) {
    for (const label of labels) {
      counter.scan(label);
      counter.advance(60);
    }
    counter.put({ type: "intent", intent: { type: "tenderCash", amount: 100_000 } });
    counter.advance(1000);
  }
  counter.advance(120_000);
  return counter;
}

it.each([1, 2, 12])("an XOFF is heard in time, %i bytes a millisecond", (bytesPerMs) => {
  const { copies } = slipsTellTheTruth(sellOn(bytesPerMs, "xon-xoff"), "at the end");

  expect(copies).toBe(0);
});

it("without it such a printer loses what overflows, so the test above says something", () => {
  const counter = sellOn(12, "none");

  expect(() => slipsTellTheTruth(counter, "at the end")).toThrow();
});
