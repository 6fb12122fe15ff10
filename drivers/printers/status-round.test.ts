import { describe, expect, it } from "vitest";
import { escpos } from "#drivers/printers/escpos-language.ts";
import { StatusRound } from "#drivers/printers/status-round.ts";
import { millis } from "#state/base/units.ts";

const start = millis(1_000_000);
const later = (duration: number) => millis(start + duration);

describe("a status round", () => {
  it("puts one question at a time", () => {
    const round = new StatusRound(escpos.questions);
    const asked = [round.begin(start), ...[0x12, 0x12, 0x12].map((b) => round.answer(b, start))];

    expect(asked.map(({ ask }) => ask?.bytes[2])).toEqual([1, 2, 3, 4]);
    expect(round.answer(0x1e, start).over).toEqual([0x12, 0x12, 0x12, 0x1e]);
    expect(round.isAsking).toBe(false);
  });

  it("asks twice before it calls a printer silent", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start);

    expect(round.wake(later(999)).ask).toBeNull();
    expect(round.wake(later(1000)).ask?.bytes[2]).toBe(1);
    expect(round.wake(later(2000)).over).toBe("silent");
    expect(round.deadline).toBeNull();
  });

  it("tells of an answer that used to come and does not, and goes on asking", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start);
    expect(round.deadline).toBe(later(1000));
    for (const _ of escpos.questions) round.answer(0x12, start);
    round.begin(later(5000));

    expect(round.wake(later(5349)).isQuiet).toBe(false);
    expect(round.wake(later(5350)).isQuiet).toBe(true);
    expect(round.wake(later(5400))).toEqual({ ask: null, over: null, isQuiet: false });
    expect(round.wake(later(6000)).ask?.bytes[2]).toBe(1);
  });

  it("gives a slow printer twice its slowest answer", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start);
    round.answer(0x12, later(400));
    for (const _ of escpos.questions.slice(1)) round.answer(0x12, later(400));
    round.begin(later(5000));

    expect(round.wake(later(5799)).isQuiet).toBe(false);
    expect(round.wake(later(5800)).isQuiet).toBe(true);
  });

  it("asks as often as it is told to", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start, 0, 4);
    for (const second of [1, 2, 3]) round.wake(later(second * 1000));

    expect(round.wake(later(4000)).over).toBe("silent");
  });

  it("gives the first question the time that it stands behind other bytes", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start, 3200);

    expect(round.deadline).toBe(later(4200));
    round.answer(0x12, later(3300));
    expect(round.deadline).toBe(later(4300));
  });

  it("takes the answers that a stopped wire gives up at last for what they answer", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start);
    round.wake(later(1000));

    // The drawer was open, and is closed by now: 16 means the cover when it answers the second.
    expect(round.answer(0x16, later(1500)).ask).toBeNull();
    expect(round.answer(0x12, later(1500)).ask?.bytes[2]).toBe(2);
  });

  it("waits a moment for them and no longer", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start);
    round.wake(later(1000));
    expect(round.wake(later(2000)).over).toBe("silent");
    round.begin(later(4000));

    expect(round.answer(0x16, later(4010)).ask).toBeNull();
    expect(round.wake(later(4060)).ask?.bytes[2]).toBe(2);
  });

  it("passes over a question that a clone does not know", () => {
    const round = new StatusRound(escpos.questions);
    round.begin(start);
    round.answer(0x12, start);

    expect(round.wake(later(1000)).ask?.bytes[2]).toBe(3);
    round.answer(0x12, later(1000));
    expect(round.answer(0x12, later(1000)).over).toEqual([0x12, null, 0x12, 0x12]);
  });
});
