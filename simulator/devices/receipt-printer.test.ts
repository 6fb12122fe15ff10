import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { askAll, PrinterTable } from "#test/support/printer-table.ts";

describe("automatic status back", () => {
  test("four bytes come on enabling and at each change, none after 0", () => {
    const table = new PrinterTable();

    expect(table.host("1d 61 ff")).toBe("10 00 00 00");
    expect(table.person({ kind: "paper", paper: "out" })).toBe("18 00 0f 00");
    expect(table.person({ kind: "paper", paper: "ok" })).toBe("10 00 00 00");
    expect(table.host("1d 61 00")).toBe("");
    expect(table.person({ kind: "paper", paper: "out" })).toBe("");
  });

  test("only what was asked for is told", () => {
    const table = new PrinterTable();
    table.host("1d 61 01");

    expect(table.person({ kind: "paper", paper: "near-end" })).toBe("");
    table.host("1b 70 00 19 fa");
    // The switch chatters before it rests.
    expect(table.settle()).toBe("14 00 03 00 10 00 03 00 14 00 03 00 10 00 03 00 14 00 03 00");
  });
});

describe("paper out in the middle of a job", () => {
  test("stops at the line, keeps the rest, answers in real time, goes on after the reload", () => {
    const table = new PrinterTable();
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
    const table = new PrinterTable({ receiveBufferBytes: 64 });
    table.person({ kind: "paper", paper: "out" });

    for (let poll = 0; poll < 200; poll += 1) table.host("10 04 01");

    expect(table.printer.buffered).toBe(0);
  });
});

test("a process id is answered when its lines are printed, not when it arrives", () => {
  const table = new PrinterTable({ linesPerSecond: 10 });

  expect(table.host("41 0a 42 0a 1d 28 48 06 00 30 30 20 30 7e 31")).toBe("");

  expect(table.settle()).toBe("37 22 20 30 7e 31 00");
  expect(table.now).toBe(1_200);
});

test("paper comes out line by line at the speed of the option", () => {
  const table = new PrinterTable({ linesPerSecond: 10 });
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
    expect(new PrinterTable().host(request)).toBe(answer);
  });
});

test("one that hangs on a status request says and prints nothing until its power goes", () => {
  const table = new PrinterTable();
  table.person({ kind: "status hangs", hangs: true });

  expect(table.host("10 04 01")).toBe("");
  expect(table.host("41 0a 1d 72 01")).toBe("");
  expect([table.settle(), table.paper]).toEqual(["", ""]);
  table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
  expect(table.host("1d 72 01")).toBe("00");

  expect(table.events.filter((kind) => kind === "printer hangs")).toHaveLength(1);
});

describe("the drawer", () => {
  test("is not kicked every other time by a printer whose firmware is like that", () => {
    const table = new PrinterTable();
    table.person({ kind: "kicks ignored", every: 2 });

    for (let n = 0; n < 4; n += 1) {
      table.host("1b 70 00 19 fa");
      table.now += 10_000;
      table.drawer.act({ kind: "close" }, table.now);
    }

    expect(table.drawer.openings).toBe(2);
  });

  test("opens on ESC p in the order of printing, and on DLE DC4 at once even without paper", () => {
    const table = new PrinterTable();
    table.host("1b 70 00 19 fa");
    expect(table.drawer.openings).toBe(1);
    table.drawer.act({ kind: "close" }, table.now);
    table.person({ kind: "paper", paper: "out" });

    table.host("1b 70 00 19 fa");
    expect(table.drawer.isOpen).toBe(false);
    table.now += 10_000;
    table.host("10 14 01 00 01");

    expect(table.drawer.openings).toBe(2);
  });

  test("is not kicked in real time while an error stands or a pulse runs", () => {
    const table = new PrinterTable();
    table.host("1b 70 00 19 fa");
    table.drawer.act({ kind: "close" }, table.now);

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
    const table = new PrinterTable();
    table.host("1d 61 ff 1c 2e 1d 21 11 41 0a 42 0a 43 0a");

    table.person({ kind: "power", power: "off" });

    expect(table.host(askAll)).toBe("");
    table.person({ kind: "power", power: "on" });
    expect(table.host("c4 e3 0a 10 04 01")).toBe("12");
    table.settle();
    expect(table.paper).toBe("A\n你\n");
  });

  test("the power-off sequence is answered, then nothing is", () => {
    const table = new PrinterTable();

    expect(table.host("1d 28 44 03 00 14 02 01 10 14 02 01 08 10 04 01")).toBe("3b 30 00");
  });
});

describe("recovery on request", () => {
  test("DLE ENQ 2 forgets what was not printed; a blade still stuck stays an error", () => {
    const table = new PrinterTable();
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
    const table = new PrinterTable();
    table.person({ kind: "paper", paper: "out" });
    table.host("41 0a");

    expect(table.host("10 14 08 01 03 14 01 06 02 08")).toBe("37 25 00");
    expect(table.printer.buffered).toBe(0);
  });
});

test("bytes beyond a full buffer are lost, and what is in it still prints", () => {
  const table = new PrinterTable({ receiveBufferBytes: 4 });
  table.person({ kind: "paper", paper: "out" });

  table.host("41 0a 42 0a 43 0a");
  table.person({ kind: "paper", paper: "ok" });
  table.settle();

  expect(table.events).toContain("bytes lost");
  expect(table.paper).toBe("A\nB\n");
});

test("a picture larger than the buffer passes through an idle printer", () => {
  const table = new PrinterTable({ receiveBufferBytes: 16 });

  table.host(`1d 76 30 00 08 00 08 00 ${"ff ".repeat(64)} 41 0a`);
  table.settle();

  expect(table.paper).toBe("[picture 64 x 8]\nA\n");
});

test("an unknown command is an event, and what follows it is printed", () => {
  const table = new PrinterTable();

  table.host("1d 7f 41 0a");

  expect(table.events).toContain("unknown command");
  expect(table.paper).toBe("A\n");
});
