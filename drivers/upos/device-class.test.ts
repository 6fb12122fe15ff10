import { expect, test } from "vitest";
import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { cashDrawer } from "#drivers/upos/cash-drawer.ts";
import { lineDisplay } from "#drivers/upos/line-display.ts";
import { errorName, statusName } from "#drivers/upos/names.ts";
import { posPrinter } from "#drivers/upos/pos-printer.ts";
import { scale } from "#drivers/upos/scale.ts";
import { scanner } from "#drivers/upos/scanner.ts";

const well: PrinterStatus = {
  ...{ state: "ready", coverOpen: false, recEmpty: false, recNearEnd: false },
  ...{ cutterError: false, drawer: "closed" },
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
    expect(posPrinter.meaningOf(signal)).toEqual({ type: "status", statuses, hardware });
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
  expect(posPrinter.meaningOf(failed)).toEqual({ type: "outputError", id: "j", error });
});

test("a drawer says 1 when it is open and 0 when it is closed, and needs no claim", () => {
  const said = [true, false].map((open) => cashDrawer.meaningOf({ type: "DrawerSensed", open }));

  expect(said).toMatchObject([{ statuses: [1] }, { statuses: [0] }]);
  expect(cashDrawer.sharing).toBe("shareable");
});

test("a scan is input; what is no label is a failure of input; an answer is neither", () => {
  const noise = (reason: "not-text" | "unknown-report") =>
    scanner.meaningOf({ type: "ScanNoise", reason, bytesDropped: 1 });
  const data = { scanData: "1", scanDataLabel: "1", scanDataType: 0, aim: null };

  expect(scanner.meaningOf({ type: "ScanData", ...data })).toEqual({ type: "input" });
  expect(noise("not-text")).toMatchObject({ type: "inputError", error: { code: 111 } });
  expect(noise("unknown-report")).toEqual({ type: "nothing" });
});

test.each([
  ["overweight", 114, 201],
  ["under-zero", 114, 202],
  ["unstable", 112, 0],
  ["no-answer", 107, 0],
  ["link-lost", 107, 0],
  ["unreadable", 111, 0],
] as const)("a weight that ends with %s ends with error %i, %i", (reason, code, extended) => {
  const failed = { type: "WeightError", readId: "r", reason } as const;

  const error = { code, extended };
  expect(scale.meaningOf(failed)).toEqual({ type: "outputError", id: "r", error });
});

test("values are told by name, a class's own before those that all classes share", () => {
  expect(statusName(24, posPrinter.statusNames)).toBe("PTR_SUE_REC_EMPTY");
  expect(statusName(2004, posPrinter.statusNames)).toBe("SUE_POWER_OFF_OFFLINE");
  expect(statusName(17, scale.statusNames)).toBe("SCAL_SUE_WEIGHT_UNDERWEIGHT");
  expect(statusName(777, {})).toBe("777");
  const error = { code: 114, extended: 201 } as const;
  expect(errorName(error, posPrinter.extendedNames)).toBe("E_EXTENDED EPTR_COVER_OPEN");
  expect(errorName(error, lineDisplay.extendedNames)).toBe("E_EXTENDED EDISP_TOOBIG");
  expect(errorName({ code: 105, extended: 0 }, {})).toBe("E_DISABLED");
});
