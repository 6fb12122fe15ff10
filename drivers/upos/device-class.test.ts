import { expect, test } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { cashDrawer, printerDrawer } from "#drivers/upos/cash-drawer.ts";
import { lineDisplay } from "#drivers/upos/line-display.ts";
import { errorName, statusName } from "#drivers/upos/names.ts";
import { posPrinter } from "#drivers/upos/pos-printer.ts";
import { scale } from "#drivers/upos/scale.ts";
import { scanner } from "#drivers/upos/scanner.ts";

const printer = posPrinter(generic80mm);

const well: PrinterStatus = {
  ...{ state: "ready", coverOpen: false, recEmpty: false, recNearEnd: false },
  ...{ cutterError: false, hasError: false, drawer: "closed" },
};

// Status and error values as the standard's tables print them.
test.each([
  [{}, [12, 26], [0, 0]],
  [{ recNearEnd: true }, [12, 25], [0, 0]],
  [{ state: "offline", recEmpty: true, recNearEnd: true }, [12, 24], [114, 203]],
  [{ state: "offline", coverOpen: true, recEmpty: true }, [11, 24], [114, 201]],
  [{ state: "offline", cutterError: true }, [12, 26], [111, 0]],
  [{ state: "offline" }, [12, 26], [108, 0]],
  [{ state: "no-answer" }, [], [107, 0]],
] as const)(
  "a printer that reports %j has these statuses and this error",
  (change, statuses, error) => {
    const signal: PrinterSignal = { type: "StatusUpdate", status: { ...well, ...change } };

    const [code, extended] = error;
    const hardware = { code, extended };
    const { coverOpen, recEmpty, recNearEnd } = { ...well, ...change };
    const properties = { CoverOpen: coverOpen, RecEmpty: recEmpty, RecNearEnd: recNearEnd };
    expect(printer.meaningsOf(signal)).toEqual([
      { type: "status", statuses, properties, hardware },
    ]);
  },
);

test.each([
  ["paper-out", 114, 203],
  ["cover-open", 114, 201],
  ["cutter", 111, 0],
  ["offline", 108, 0],
  ["no-answer", 107, 0],
  ["link-lost", 107, 0],
] as const)("a receipt that ends with %s ends with error %i, %i", (reason, code, extended) => {
  const failed = { type: "OutputError", jobId: "j", reason, printed: "nothing" } as const;

  const error = { code, extended };
  expect(printer.meaningsOf(failed)).toEqual([{ type: "outputError", id: "j", error }]);
});

test("a drawer says 1 when it is open and 0 when it is closed, and needs no claim", () => {
  const said = [true, false].map((open) => cashDrawer.meaningsOf({ type: "DrawerSensed", open }));

  expect(said).toMatchObject([
    [{ statuses: [1], properties: { DrawerOpened: true } }],
    [{ statuses: [0], properties: { DrawerOpened: false } }],
  ]);
  expect(cashDrawer.sharing).toBe("shareable");
});

test.each([
  [{}, [0], 0],
  [{ drawer: "open" }, [1], 0],
  [{ drawer: "unknown" }, [], 0],
  [{ state: "offline", coverOpen: true, drawer: "open" }, [1], 0],
  [{ state: "offline", recEmpty: true }, [0], 0],
  [{ state: "offline", recEmpty: true, hasError: true }, [0], 108],
  [{ state: "offline" }, [0], 108],
  [{ state: "no-answer" }, [], 107],
] as const)("a drawer whose printer reports %j is %j, with error %i", (change, statuses, code) => {
  const signal: PrinterSignal = { type: "StatusUpdate", status: { ...well, ...change } };

  expect(printerDrawer.meaningsOf(signal)).toMatchObject([{ statuses, hardware: { code } }]);
});

test("a kick is the drawer's output and a receipt the printer's, whoever carries them", () => {
  const kick = { type: "openDrawer", kickId: "k" } as const;
  const receipt = { type: "print", jobId: "j", document: { blocks: [] } } as const;
  const idsOf = (command: typeof kick | typeof receipt) =>
    [printer, printerDrawer].map((each) => each.outputOf(command)?.id ?? null);

  expect([idsOf(kick), idsOf(receipt)]).toEqual([
    [null, "k"],
    ["j", null],
  ]);
  expect(printer.meaningsOf({ type: "DrawerKicked", kickId: "k" })).toEqual([]);
  expect(printerDrawer.meaningsOf({ type: "DrawerKicked", kickId: "k" })).toEqual([
    { type: "outputComplete", id: "k" },
  ]);
});

test("a receipt counts its lines, its codes and its cut", () => {
  const text = { kind: "text", text: "THANK YOU" } as const;
  const document = {
    blocks: [text, { kind: "rule" }, { kind: "feed", lines: 2 }, { kind: "qr", data: "1" }],
  } as const;

  const plan = printer.outputOf({ type: "print", jobId: "j", document });

  expect(plan?.good).toEqual({
    ...{ ReceiptLinePrintedCount: 2, BarcodePrintedCount: 1, PaperCutCount: 1 },
  });
  expect(plan?.failed).toEqual({ PrinterFaultCount: 1 });
});

test("a scan is input; what is no label is its failure; an answer is the maker's own", () => {
  const noise = (reason: "not-text" | "unknown-report") =>
    scanner.meaningsOf({ type: "ScanNoise", reason, bytesDropped: 1 });
  const data = { scanData: "1", scanDataLabel: "1", scanDataType: 0, aim: null };

  expect(scanner.meaningsOf({ type: "ScanData", ...data })).toEqual([
    { type: "input", counts: { GoodScanCount: 1 } },
  ]);
  expect(noise("not-text")).toMatchObject([{ type: "inputError", error: { code: 111 } }]);
  expect(noise("unknown-report")).toEqual([{ type: "directIO", eventNumber: 1, data: 1 }]);
});

test.each([
  ["overweight", 114, 201, [14]],
  ["under-zero", 114, 202, [16]],
  ["unstable", 112, 0, [12]],
  ["unreadable", 111, 0, [15]],
  ["no-answer", 107, 0, []],
  ["superseded", 111, 0, []],
  ["link-lost", 107, 0, []],
] as const)("a weight that ends with %s has error %i, %i and statuses %j", (reason, ...rest) => {
  const [code, extended, statuses] = rest;
  const failed = { type: "WeightError", readId: "r", reason } as const;

  const error = { code, extended };
  const meanings = scale.meaningsOf(failed);
  expect(meanings.at(-1)).toEqual({ type: "outputError", id: "r", error });
  expect(meanings.flatMap((each) => (each.type === "status" ? each.statuses : []))).toEqual(
    statuses,
  );
});

test.each([
  [500, 11],
  [0, 13],
])("a weight of %i g at rest is status %i", (grams, status) => {
  expect(scale.meaningsOf({ type: "Weight", readId: "r", grams })).toMatchObject([
    { type: "status", statuses: [status] },
    { type: "outputComplete", id: "r" },
  ]);
});

test("values are told by name, a class's own before those that all classes share", () => {
  expect(statusName(24, printer.statusNames)).toBe("PTR_SUE_REC_EMPTY");
  expect(statusName(2004, printer.statusNames)).toBe("SUE_POWER_OFF_OFFLINE");
  expect(statusName(17, scale.statusNames)).toBe("SCAL_SUE_WEIGHT_UNDERWEIGHT");
  expect(statusName(777, {})).toBe("777");
  const error = { code: 114, extended: 201 } as const;
  expect(errorName(error, printer.extendedNames)).toBe("E_EXTENDED EPTR_COVER_OPEN");
  expect(errorName(error, lineDisplay.extendedNames)).toBe("E_EXTENDED EDISP_TOOBIG");
  expect(errorName({ code: 105, extended: 0 }, {})).toBe("E_DISABLED");
});
