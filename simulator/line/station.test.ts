import { describe, expect, test } from "vitest";
import { type Millis, millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { paperText } from "../paper/paper-text.ts";
import { type CounterOutput, sentBy, virtualCounter } from "../virtual-counter.ts";

const start = millis(1_000);
const at = (ms: number) => millis(start + ms);
const text = (words: string) => new TextEncoder().encode(words);

/** A counter, everything it has said, and what stands on its paper. */
function bench(options: Parameters<typeof virtualCounter>[0] = {}) {
  const counter = virtualCounter(options);
  const outputs: CounterOutput[] = [];
  const until = (end: Millis) => {
    for (let due = counter.deadline; due !== null && due <= end; due = counter.deadline) {
      outputs.push(counter.wake(due));
    }
  };
  return {
    counter,
    until,
    note: (output: CounterOutput) => outputs.push(output),
    heard: (name: "printer" | "scanner") => toHex(sentBy(name, ...outputs)),
    kinds: () => outputs.flatMap(({ events }) => events.map(({ kind }) => kind)),
    paper: () => counter.printer.paper.receipts.map(paperText).join(""),
  };
}

describe("on the way to the device", () => {
  test("lost bytes are missing on the paper", () => {
    const { counter, note, until, paper } = bench();
    counter.disturb("printer", { toDevice: { loseEvery: 3 } }, start);

    note(counter.receive("printer", text("abcdef\nabc"), start));
    until(at(1000));

    expect(paper()).toBe("abde\n");
  });

  test("a question that comes late is answered late", () => {
    const { counter, note, until, heard } = bench();
    counter.disturb("printer", { toDevice: { delayMs: 40 }, toHost: { delayMs: 20 } }, start);

    note(counter.receive("printer", fromHex("10 04 01"), start));
    until(at(59));
    expect(heard("printer")).toBe("");
    until(at(60));

    expect(heard("printer")).toBe("12");
  });

  test("a cable that is cut takes nothing more, and says nothing, until it is plugged in", () => {
    const { counter, note, until, heard, kinds, paper } = bench();
    note(counter.disturb("printer", { toDevice: { cutAfter: 4 } }, start));
    note(counter.receive("printer", text("one\ntwo\n"), start));
    note(counter.act("printer", { kind: "cover", cover: "open" }, at(100)));
    note(counter.act("printer", { kind: "cover", cover: "closed" }, at(200)));
    until(at(300));
    expect([paper(), heard("printer"), counter.line("printer").cable]).toEqual([
      "one\n",
      "",
      "out",
    ]);

    note(counter.disturb("printer", { cable: "in" }, at(400)));
    note(counter.receive("printer", fromHex("10 04 01"), at(400)));

    expect(heard("printer")).toBe("12");
    expect(kinds().filter((kind) => kind.startsWith("cable"))).toEqual([
      "cable pulled",
      "cable plugged in",
    ]);
  });

  test("with flow control, a full printer makes the host wait and loses nothing", () => {
    const { counter, note, until, paper } = bench({
      printer: { receiveBufferBytes: 8 },
      flowControl: true,
    });

    note(counter.receive("printer", text("one\ntwo\nthree\nfour\nfive\n"), start));
    expect(counter.isBusy("printer")).toBe(true);
    until(at(5000));

    expect(counter.isBusy("printer")).toBe(false);
    expect(paper()).toBe("one\ntwo\nthree\nfour\nfive\n");
  });

  test("a slow cable makes the host wait too, so that it cannot fill the memory", () => {
    const { counter, note, until } = bench({ flowControl: true });
    counter.disturb("scanner", { toDevice: { pieceBytes: 1, pieceGapMs: 1 } }, start);

    note(counter.receive("scanner", new Uint8Array(5000), start));
    expect(counter.isBusy("scanner")).toBe(true);
    until(at(2000));

    expect(counter.isBusy("scanner")).toBe(false);
  });
});

describe("on the way to the host", () => {
  test("a scan is doubled, and the next one is not", () => {
    const { counter, note, heard } = bench();
    counter.disturb("scanner", { toHost: { doubleNext: 1 } }, start);

    const label = { kind: "trigger", label: "1", aim: false } as const;
    note(counter.act("scanner", label, start));
    note(counter.act("scanner", label, start));

    expect(heard("scanner")).toBe("31 0d 31 0d 31 0d");
  });

  test("a reset connection is told, and loses what it still held", () => {
    const { counter, note, until, heard, kinds } = bench();
    counter.disturb("scanner", { toHost: { resetAfter: 2, delayMs: 50 } }, start);

    note(counter.act("scanner", { kind: "trigger", label: "12", aim: false }, start));
    until(at(1000));

    expect(heard("scanner")).toBe("");
    expect(kinds()).toContain("connection reset");
    expect(counter.line("scanner").toHost.lost).toBe(3);
  });
});

describe("a brown-out", () => {
  test("takes buffer and modes, and the printer comes back saying XON", () => {
    const { counter, note, until, heard, paper } = bench({ printer: { linesPerSecond: 10 } });
    note(counter.receive("printer", text("\x1da\x01first\nsecond\nthird\n"), start));
    const before = heard("printer");
    note(counter.disturb("printer", { brownOutMs: 300 }, at(50)));
    note(counter.receive("printer", text("lost\n"), at(100)));
    until(at(349));
    expect([heard("printer"), counter.line("printer").hasPower]).toEqual([before, false]);

    until(at(350));
    note(counter.act("printer", { kind: "cover", cover: "open" }, at(360)));
    note(counter.act("printer", { kind: "cover", cover: "closed" }, at(370)));
    note(counter.receive("printer", text("again\n"), at(400)));
    until(at(2000));

    // XON and, automatic status being off again, nothing about the cover.
    expect(heard("printer")).toBe(`${before} 11`);
    expect(paper()).toBe("first\nagain\n");
  });

  test("of a scanner loses the pieces it had still to send, and its trigger", () => {
    const { counter, note, until, heard, kinds } = bench();
    const label = { kind: "trigger", label: "1234", aim: false, chunks: 5 } as const;
    note(counter.act("scanner", label, start));
    note(counter.disturb("scanner", { brownOutMs: 100 }, at(7)));
    note(counter.act("scanner", label, at(50)));
    until(at(1000));

    note(counter.act("scanner", { ...label, chunks: 1 }, at(1000)));

    expect(heard("scanner")).toBe("31 32 31 32 33 34 0d");
    expect(kinds()).toContain("scan dropped");
  });
});

test("mending puts the cable in and ends every fault", () => {
  const { counter, note, heard } = bench();
  counter.disturb("scanner", { cable: "out", toHost: { loseEvery: 2, delayMs: 9 } }, start);

  counter.disturb("scanner", { mend: true }, start);
  note(counter.act("scanner", { kind: "trigger", label: "12", aim: false }, start));

  expect(heard("scanner")).toBe("31 32 0d");
});
