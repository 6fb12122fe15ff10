import { describe, expect, test } from "vitest";
import { paperText } from "#simulator/paper/paper-text.ts";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { CashDrawer } from "./cash-drawer.ts";
import { EscposPrinter } from "./escpos-printer.ts";
import type { PrinterAction, PrinterOptions } from "./printer-options.ts";

/** A printer on a table, with a clock beside it and a log of all it said. */
class Table {
  readonly drawer = new CashDrawer();
  readonly printer: EscposPrinter;
  readonly events: string[] = [];
  now = 1_000;

  constructor(options: PrinterOptions = {}) {
    this.printer = new EscposPrinter(options, this.drawer);
  }

  /** Sends hex; answers what came back in hex. */
  host(hex: string): string {
    return this.#heard(this.printer.receive(fromHex(hex), millis(this.now)));
  }

  person(...actions: readonly PrinterAction[]): string {
    return actions
      .map((action) => this.#heard(this.printer.act(action, millis(this.now))))
      .filter((hex) => hex !== "")
      .join(" ");
  }

  /** Lets time pass until nothing is left to do. */
  settle(): string {
    const heard: string[] = [];
    for (let due = this.printer.deadline; due !== null; due = this.printer.deadline) {
      this.now = Math.max(this.now, due);
      heard.push(this.#heard(this.printer.wake(millis(this.now))));
    }
    return heard.filter((hex) => hex !== "").join(" ");
  }

  get paper(): string {
    return this.printer.paper.receipts.map(paperText).join("");
  }

  #heard(output: ReturnType<EscposPrinter["wake"]>): string {
    this.events.push(...output.events.map((event) => event.kind));
    return toHex(Buffer.concat(output.writes));
  }
}

const askAll = "10 04 01 10 04 02 10 04 03 10 04 04";

describe("real-time and automatic status agree with the manual's tables", () => {
  const open: PrinterAction = { kind: "cover", cover: "open" };
  const rows: readonly (readonly [string, readonly PrinterAction[], string, string])[] = [
    ["ready", [], "12 12 12 12", "10 00 00 00"],
    ["near end", [{ kind: "paper", paper: "near-end" }], "12 12 12 1e", "10 00 03 00"],
    ["paper out", [{ kind: "paper", paper: "out" }], "1a 32 12 7e", "18 00 0f 00"],
    ["cover open", [open], "1a 16 12 12", "38 00 00 00"],
    ["head too hot", [{ kind: "head", head: "hot" }], "1a 52 52 12", "18 40 00 00"],
    ["fatal error", [{ kind: "head", head: "dead" }], "1a 52 32 12", "18 20 00 00"],
    [
      "feed button held",
      [{ kind: "feed button", feedButton: "held" }],
      "1a 1a 12 12",
      "58 00 00 00",
    ],
  ];

  test.each(rows)("%s", (_name, actions, realTime, block) => {
    const table = new Table();

    table.person(...actions);

    expect(table.host(askAll)).toBe(realTime);
    expect(table.host("10 14 07 01")).toBe(block);
  });

  test("cover opened while printing is an error until it is closed", () => {
    const table = new Table();
    table.host("41 0a 42 0a 43 0a");

    table.person(open);

    expect(table.host(askAll)).toBe("1a 56 52 12");
    table.person({ kind: "cover", cover: "closed" });
    expect(table.host(askAll)).toBe("12 12 12 12");
    table.settle();
    expect(table.paper).toBe("A\nB\nC\n");
  });

  test("a cutter jam shows at the first cut, and the cut is made once the blade is free", () => {
    const table = new Table();
    table.person({ kind: "cutter", cutter: "jammed" });
    expect(table.host(askAll)).toBe("12 12 12 12");

    table.host("41 0a 1d 56 00");
    table.settle();

    expect(table.host(askAll)).toBe("1a 52 1a 12");
    expect(table.host("10 14 07 01")).toBe("18 08 00 00");
    table.person({ kind: "cutter", cutter: "ok" });
    table.settle();
    expect(table.paper).toBe("A\n[cut]\n");
  });

  test("an open drawer lifts pin 3 in every kind of answer", () => {
    const table = new Table();

    table.drawer.openByKey();

    expect(table.host("10 04 01")).toBe("16");
    expect(table.host("1d 72 02")).toBe("01");
    expect(table.host("1d 61 ff")).toBe("14 00 00 00");
  });
});

describe("automatic status back", () => {
  test("four bytes come on enabling and at each change, none after 0", () => {
    const table = new Table();

    expect(table.host("1d 61 ff")).toBe("10 00 00 00");
    expect(table.person({ kind: "paper", paper: "out" })).toBe("18 00 0f 00");
    expect(table.person({ kind: "paper", paper: "ok" })).toBe("10 00 00 00");
    expect(table.host("1d 61 00")).toBe("");
    expect(table.person({ kind: "paper", paper: "out" })).toBe("");
  });

  test("only what was asked for is told", () => {
    const table = new Table();
    table.host("1d 61 01");

    expect(table.person({ kind: "paper", paper: "near-end" })).toBe("");
    expect(table.host("1b 70 00 19 fa")).toBe("14 00 03 00");
  });
});

describe("paper out in the middle of a job", () => {
  test("stops at the line, keeps the rest, answers in real time, goes on after the reload", () => {
    const table = new Table();
    table.person({ kind: "paper left", lines: 2 });

    table.host("41 0a 42 0a 43 0a 1d 28 48 06 00 30 30 31 32 33 34");
    table.settle();

    expect(table.paper).toBe("A\nB\n");
    expect(table.host("1d 72 01")).toBe("");
    expect(table.host("10 04 04")).toBe("7e");
    expect(table.events).toContain("paper ran out");
    table.person({ kind: "paper", paper: "ok" });
    expect(table.settle()).toBe("37 22 31 32 33 34 00 00");
    expect(table.paper).toBe("A\nB\nC\n");
  });

  test("endless status requests do not fill the buffer of a stopped printer", () => {
    const table = new Table({ receiveBufferBytes: 64 });
    table.person({ kind: "paper", paper: "out" });

    for (let poll = 0; poll < 200; poll += 1) table.host("10 04 01");

    expect(table.printer.buffered).toBe(0);
  });
});

test("a process id is answered when its lines are printed, not when it arrives", () => {
  const table = new Table({ linesPerSecond: 10 });

  expect(table.host("41 0a 42 0a 1d 28 48 06 00 30 30 20 30 7e 31")).toBe("");

  expect(table.settle()).toBe("37 22 20 30 7e 31 00");
  expect(table.now).toBe(1_200);
});

test("paper comes out line by line at the speed of the option", () => {
  const table = new Table({ linesPerSecond: 10 });
  table.host("41 0a 42 0a 43 0a");

  const seen = [];
  for (const now of [1_000, 1_099, 1_100, 1_200]) {
    table.printer.wake(millis(now));
    seen.push(table.printer.paper.openRows);
  }

  expect(seen).toEqual([1, 1, 2, 3]);
});

describe("identity", () => {
  test.each([
    ["model", "1d 49 01", "63"],
    ["type: two-byte characters, cutter", "1d 49 32", "03"],
    ["maker", "1d 49 42", "5f 45 50 53 4f 4e 00"],
    ["a number it does not know", "1d 49 7f", ""],
  ])("%s", (_name, request, answer) => {
    expect(new Table().host(request)).toBe(answer);
  });
});

describe("the drawer", () => {
  test("opens on ESC p in the order of printing, and on DLE DC4 at once even without paper", () => {
    const table = new Table();
    table.host("1b 70 00 19 fa");
    expect(table.drawer.openings).toBe(1);
    table.drawer.shut();
    table.person({ kind: "paper", paper: "out" });

    table.host("1b 70 00 19 fa");
    expect(table.drawer.isOpen).toBe(false);
    table.now += 10_000;
    table.host("10 14 01 00 01");

    expect(table.drawer.openings).toBe(2);
  });

  test("is not kicked in real time while an error stands or a pulse runs", () => {
    const table = new Table();
    table.host("1b 70 00 19 fa");
    table.drawer.shut();

    table.host("10 14 01 00 01");
    table.person({ kind: "head", head: "hot" });
    table.now += 10_000;
    table.host("10 14 01 00 01");

    expect(table.drawer.openings).toBe(1);
    expect(table.events.filter((kind) => kind === "pulse refused")).toHaveLength(2);
  });
});

describe("power", () => {
  test("off loses the buffer and answers nothing; on starts with default modes", () => {
    const table = new Table();
    table.host("1d 61 ff 1c 2e 1d 21 11 41 0a 42 0a 43 0a");

    table.person({ kind: "power", power: "off" });

    expect(table.host(askAll)).toBe("");
    table.person({ kind: "power", power: "on" });
    expect(table.host("c4 e3 0a 10 04 01")).toBe("12");
    table.settle();
    expect(table.paper).toBe("A\n你\n");
  });

  test("the power-off sequence is answered, then nothing is", () => {
    const table = new Table();

    expect(table.host("10 14 02 01 08 10 04 01")).toBe("3b 30 00");
  });
});

describe("recovery on request", () => {
  test("DLE ENQ 2 forgets what was not printed; a blade still stuck stays an error", () => {
    const table = new Table();
    table.person({ kind: "cutter", cutter: "jammed" });
    table.host("41 0a 1d 56 00 42 0a");
    table.settle();

    table.host("10 05 02");

    expect(table.host("10 04 03")).toBe("1a");
    table.person({ kind: "cutter", cutter: "ok" });
    table.settle();
    expect(table.paper).toBe("A\n");
  });

  test("clearing the buffers is confirmed", () => {
    const table = new Table();
    table.person({ kind: "paper", paper: "out" });
    table.host("41 0a");

    expect(table.host("10 14 08 01 03 14 01 06 02 08")).toBe("37 25 00");
    expect(table.printer.buffered).toBe(0);
  });
});

test("bytes beyond a full buffer are lost, and what is in it still prints", () => {
  const table = new Table({ receiveBufferBytes: 4 });
  table.person({ kind: "paper", paper: "out" });

  table.host("41 0a 42 0a 43 0a");
  table.person({ kind: "paper", paper: "ok" });
  table.settle();

  expect(table.events).toContain("bytes lost");
  expect(table.paper).toBe("A\nB\n");
});

test("a picture larger than the buffer passes through an idle printer", () => {
  const table = new Table({ receiveBufferBytes: 16 });

  table.host(`1d 76 30 00 08 00 08 00 ${"ff ".repeat(64)} 41 0a`);
  table.settle();

  expect(table.paper).toBe("[picture 64 x 8]\nA\n");
});

test("an unknown command is an event, and what follows it is printed", () => {
  const table = new Table();

  table.host("1d 7f 41 0a");

  expect(table.events).toContain("unknown command");
  expect(table.paper).toBe("A\n");
});
