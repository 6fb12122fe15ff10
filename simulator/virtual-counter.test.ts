import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { paperText } from "./paper/paper-text.ts";
import {
  type CounterOutput,
  sentBy,
  type VirtualCounter,
  virtualCounter,
} from "./virtual-counter.ts";

const start = millis(1_000);

/** What the host has heard and what stands on the paper, once nothing is left to do. */
function outcome(counter: VirtualCounter, outputs: CounterOutput[]): string {
  for (let due = counter.deadline; due !== null; due = counter.deadline) {
    outputs.push(counter.wake(due));
  }
  const heard = toHex(sentBy("printer", ...outputs));
  const { paper } = counter.printer;
  return [heard, ...paper.receipts.map(paperText), counter.drawer.openings].join("|");
}

/** Bytes as hosts send them: mostly beginnings of commands, so that random data goes deep. */
const wire = fc
  .array(
    fc.oneof(
      fc.constantFrom("1b40", "1d5600", "1d6101", "0a", "100401", "1b700019fa", "1d7201"),
      fc.constantFrom("1d7630", "1d6b43", "1d286b", "1b2a21", "1d28480600303031323334", "1d4942"),
      fc.uint8Array({ maxLength: 12 }).map((bytes) => toHex(bytes)),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => fromHex(pieces.join("").replace(/\s/g, "").replace(/../g, "$& ")));

describe("whatever arrives", () => {
  test("the printer never throws, and its buffer stays within its size", () => {
    fc.assert(
      fc.property(wire, fc.boolean(), (bytes, isOut) => {
        const counter = virtualCounter({ printer: { receiveBufferBytes: 256 } });
        if (isOut) counter.act("printer", { kind: "paper", paper: "out" }, start);

        counter.receive("printer", bytes, start);

        if (isOut) expect(counter.printer.buffered).toBeLessThanOrEqual(256);
        outcome(counter, []);
      }),
    );
  });

  test("how the line splits the stream changes neither paper nor answers", () => {
    fc.assert(
      fc.property(wire, fc.array(fc.nat(400), { maxLength: 8 }), (bytes, cuts) => {
        const whole = virtualCounter();
        const split = virtualCounter();
        const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b)];

        const atOnce = [whole.receive("printer", bytes, start)];
        const inPieces = edges.map((edge, index) =>
          split.receive("printer", bytes.subarray(edge, edges[index + 1] ?? bytes.length), start),
        );

        expect(outcome(split, inPieces)).toBe(outcome(whole, atOnce));
      }),
    );
  });

  test("a late wake changes nothing on a bad line either", () => {
    const lane = fc.record({
      loseEvery: fc.nat(5),
      delayMs: fc.nat(300),
      pieceBytes: fc.nat(7),
      pieceGapMs: fc.nat(30),
    });
    fc.assert(
      fc.property(wire, lane, lane, (bytes, toDevice, toHost) => {
        const prompt = virtualCounter();
        const late = virtualCounter();
        for (const counter of [prompt, late]) {
          counter.disturb("printer", { toDevice, toHost }, start);
        }

        const promptly = outcome(prompt, [prompt.receive("printer", bytes, start)]);
        const outputs = [late.receive("printer", bytes, start), late.wake(millis(1e9))];

        expect(outcome(late, outputs)).toBe(promptly);
      }),
    );
  });

  test("a late wake changes neither paper nor answers", () => {
    fc.assert(
      fc.property(wire, (bytes) => {
        const prompt = virtualCounter();
        const late = virtualCounter();

        const promptly = outcome(prompt, [prompt.receive("printer", bytes, start)]);
        const outputs = [late.receive("printer", bytes, start), late.wake(millis(1e9))];

        expect(outcome(late, outputs)).toBe(promptly);
      }),
    );
  });
});

test("a kick opens the drawer, and its level goes back through the printer", () => {
  const counter = virtualCounter();
  counter.receive("printer", fromHex("1d 61 01"), start);

  const kick = counter.receive("printer", fromHex("1b 70 00 19 fa"), start);
  const opened = counter.wake(millis(start + 50));
  const push = counter.act("drawer", { kind: "close" }, millis(start + 100));
  const closed = counter.wake(millis(start + 150));

  expect(toHex(sentBy("printer", kick))).toBe("");
  expect(toHex(sentBy("printer", opened)).slice(-11)).toBe("14 00 00 00");
  expect(toHex(sentBy("printer", closed)).slice(-11)).toBe("10 00 00 00");
  expect(push.events).toEqual([{ kind: "drawer closed", device: "printer" }]);
});

test("a drawer wired the other way round tells the opposite level", () => {
  const counter = virtualCounter({ drawer: { openLevel: "low" } });

  const asked = counter.receive("printer", fromHex("10 04 01"), start);

  expect(toHex(sentBy("printer", asked))).toBe("16");
});

test("58 mm paper has 32 columns", () => {
  const counter = virtualCounter({ printer: { widthDots: 384 } });

  counter.receive("printer", new TextEncoder().encode(`${"x".repeat(33)}\n`), start);
  outcome(counter, []);

  expect(counter.printer.paper.receipts.map(paperText)).toEqual([`${"x".repeat(32)}\nx\n`]);
});

test("scans leave by the scanner's port only", () => {
  const counter = virtualCounter();

  const output = counter.act(
    "scanner",
    { kind: "trigger", label: "96385074", aim: false, chunks: 2 },
    start,
  );

  expect(sentBy("printer", output)).toHaveLength(0);
  expect(toHex(sentBy("scanner", output))).toBe("39 36 33 38 35");
  expect(counter.deadline).toBe(1_005);
});
