import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { sam4sEllix } from "#drivers/printers/models/sam4s-ellix.ts";
import { starTsp650ii } from "#drivers/printers/models/star-tsp650ii.ts";
import { xprinter80mm } from "#drivers/printers/models/xprinter-80mm.ts";
import { QUEUE_LIMIT } from "#drivers/printers/print-queue.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { millis } from "#state/base/units.ts";
import { type Replay, replayFile } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const folder = new URL("../../test/golden/dialogues/", import.meta.url);
const dialogues = readdirSync(folder).filter((name) => name.startsWith("printer-"));
const start = millis(1_000_000);

function commandOf([verb, id = "", name]: readonly string[]): PrinterCommand {
  if (verb === "print") return { type: "print", jobId: id, document: shortReceipt };
  if (verb === "kick") return { type: "openDrawer", kickId: id };
  throw new Error(`no such action: ${verb} ${id} ${name}`);
}

/** The model that a dialogue is with, by a part of its name. */
const models = [
  ["process-id", epsonTmT20iii],
  ["nameless", xprinter80mm],
  ["never-asked", sam4sEllix],
  ["star", starTsp650ii],
] as const;

function replayOf(name: string): Replay<PrinterCommand, PrinterSignal> {
  const model = models.find(([part]) => name.includes(part))?.[1] ?? generic80mm;
  const baudRate = name.includes("serial") ? 9600 : undefined;
  const options = { firstProcessId: 1_000_000, baudRate };
  return { driver: new ReceiptPrinter(model, options), command: commandOf };
}

describe("a receipt printer", () => {
  it.each(dialogues)("holds %s", (name) => {
    replayFile(new URL(name, folder), replayOf(name));
  });

  it.each(dialogues)("holds %s with its answers byte by byte", (name) => {
    replayFile(new URL(name, folder), { ...replayOf(name), pieces: 1 });
  });
});

function openedPrinter(): ReceiptPrinter {
  const printer = new ReceiptPrinter(generic80mm, { firstProcessId: 0 });
  printer.open(start);
  return printer;
}

/** The four answers of a printer that is ready. */
function answerReady(printer: ReceiptPrinter) {
  return printer.receive(fromHex("12 12 12 12"), start);
}

/** The same twice: before its settings, and behind them. */
function settle(printer: ReceiptPrinter) {
  answerReady(printer);
  return answerReady(printer);
}

describe("a printer that was just opened", () => {
  it("is asked before anything is printed or kicked, and nothing is lost meanwhile", () => {
    const printer = openedPrinter();
    const early = [
      printer.obey({ type: "print", jobId: "j", document: shortReceipt }, start),
      printer.obey({ type: "openDrawer", kickId: "k" }, start),
    ];

    const told = settle(printer).signals;
    const { writes, signals } = printer.receive(fromHex("00"), start);

    expect(early.flatMap((output) => [...output.writes, ...output.signals])).toEqual([]);
    expect(told.map(({ type }) => type)).toEqual(["StatusUpdate"]);
    expect(signals.map(({ type }) => type)).toEqual(["DrawerKicked"]);
    expect(writes.map(toHex)).toContain("1b 70 00 19 fa");
  });

  it("is not called silent while the first question is on a slow line", () => {
    const printer = new ReceiptPrinter(epsonTmT20iii, { firstProcessId: 0 });
    printer.open(start);
    answerReady(printer);
    // 3072 bytes of filling take 3.2 s at 9600 baud.
    const answered = millis(start + 3300);

    expect(printer.deadline).toBeGreaterThan(answered);
    expect(printer.wake(answered)).toEqual({ writes: [], signals: [] });
  });

  it("fails its kicks when the link goes before it has answered", () => {
    const printer = openedPrinter();
    printer.obey({ type: "openDrawer", kickId: "k" }, start);

    expect(printer.close(start).signals).toEqual([{ type: "DrawerKickFailed", kickId: "k" }]);
  });
});

describe("a printer's drawer", () => {
  it("reads the other way round where the wiring is so configured", () => {
    for (const [level, drawer] of [
      ["high", "closed"],
      ["low", "open"],
    ] as const) {
      const printer = new ReceiptPrinter(generic80mm, {
        firstProcessId: 0,
        drawerOpenWhenPin3: level,
      });
      printer.open(start);

      expect(settle(printer).signals).toMatchObject([{ status: { drawer } }]);
    }
  });
});

describe("a printer's queue", () => {
  it("holds a bounded number of receipts and hands the next one back", () => {
    const printer = openedPrinter();
    const print = (jobId: string) => {
      return printer.obey({ type: "print", jobId, document: shortReceipt }, start).signals;
    };

    for (let n = 0; n < QUEUE_LIMIT; n += 1) expect(print(`j${n}`)).toEqual([]);

    expect(print("one more")).toEqual([
      { type: "OutputError", jobId: "one more", reason: "offline", printed: "nothing" },
    ]);
  });

  it("tells which characters it could not print", () => {
    const printer = openedPrinter();
    settle(printer);
    printer.receive(fromHex("00"), start);
    const document = { blocks: [{ kind: "text", text: "😀" }] } as const;
    printer.obey({ type: "print", jobId: "j", document }, start);

    expect(answerReady(printer).signals).toEqual([
      { type: "Unprintable", jobId: "j", characters: "😀" },
    ]);
  });
});

describe("an answer to a job from before a crash", () => {
  it("confirms nothing", () => {
    const printer = new ReceiptPrinter(epsonTmT20iii, { firstProcessId: 100 });
    printer.open(start);
    settle(printer);
    printer.receive(fromHex("37 22 30 30 32 53 00"), start);
    for (const _ of ["maker", "model", "firmware", "font"])
      printer.receive(fromHex("5f 00"), start);
    printer.obey({ type: "print", jobId: "j", document: shortReceipt }, start);
    expect(answerReady(printer).writes).toHaveLength(4);

    const output = printer.receive(fromHex("37 22 30 30 30 31 00"), start);

    expect(output).toEqual({ writes: [], signals: [] });
  });
});

/** A clone that has answered a fence at rest, with a receipt's lines in its hands. */
function printingPrinter(): ReceiptPrinter {
  const printer = openedPrinter();
  settle(printer);
  printer.receive(fromHex("00"), start);
  printer.obey({ type: "print", jobId: "j", document: shortReceipt }, start);
  answerReady(printer);
  return printer;
}

describe("a printer that was full and falls silent", () => {
  it("has lost the receipt when its XON comes: it was switched off and on", () => {
    const printer = printingPrinter();
    printer.receive(fromHex("13"), start);
    printer.wake(millis(start + 250));
    printer.wake(millis(start + 600));

    expect(printer.receive(fromHex("11"), millis(start + 900)).signals).toContainEqual(
      expect.objectContaining({ type: "OutputError", jobId: "j", printed: "unknown" }),
    );
  });
});

describe("a kick under a receipt", () => {
  const kick = { type: "openDrawer", kickId: "k" } as const;

  it("waits for the lines before it, and for no new roll", () => {
    const printer = printingPrinter();

    expect(printer.obey(kick, start).signals).toEqual([]);
    const { writes } = printer.receive(fromHex("18 00 0f 00"), start);

    expect(writes.map(toHex)).toContain("10 14 01 00 01");
  });

  it("fails when they take so long that nobody looks at the drawer any more", () => {
    const printer = printingPrinter();
    printer.obey(kick, start);

    const { writes, signals } = printer.receive(fromHex("00"), millis(start + 6000));

    expect(writes.map(toHex)).not.toContain("1b 70 00 19 fa");
    expect(signals).toEqual([{ type: "DrawerKickFailed", kickId: "k" }]);
  });
});
