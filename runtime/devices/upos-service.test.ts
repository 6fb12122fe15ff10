import { expect, test } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { printerDrawer } from "#drivers/upos/cash-drawer.ts";
import { posPrinter } from "#drivers/upos/pos-printer.ts";
import { scanner } from "#drivers/upos/scanner.ts";
import { UposServices } from "#runtime/devices/upos-services.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const print = (jobId: string) => ({ type: "print", jobId, document: shortReceipt }) as const;
const scan = (label: string): ScannerSignal => ({
  ...{ type: "ScanData", scanData: label, scanDataLabel: label, scanDataType: 0, aim: null },
});
const noise: ScannerSignal = { type: "ScanNoise", reason: "not-text", bytesDropped: 3 };

function printerService() {
  const lines: string[] = [];
  const heard: PrinterSignal[] = [];
  const log = (line: string) => lines.push(line);
  const clock = new HandWoundClock();
  const service = new UposServices({
    deviceClass: posPrinter(generic80mm),
    attached: [printerDrawer],
    clock,
    log,
  });
  service.start();
  const say = (signal: PrinterSignal) => service.take(signal, (each) => heard.push(each));
  const ready = () => {
    service.claim();
    service.enable(true);
    service.reach(true);
  };
  return { service, lines, heard, say, ready };
}

function scannerService() {
  const clock = new HandWoundClock();
  const service = new UposServices({ deviceClass: scanner, clock, log: () => {} });
  service.start();
  service.claim();
  service.enable(true);
  return service;
}

test("a receipt makes the printer busy until it is complete, and is told with its number", () => {
  const { service, heard, say, ready } = printerService();
  ready();
  service.command(print("a"));
  service.command(print("b"));
  expect(service.diagnosis.upos.state).toEqual({ name: "S_BUSY", value: 3 });

  say({ type: "OutputComplete", jobId: "a", confirmed: true });
  say({ type: "OutputComplete", jobId: "b", confirmed: true });

  expect(service.diagnosis.upos.state).toEqual({ name: "S_IDLE", value: 2 });
  expect(service.diagnosis.upos.events).toMatchObject([
    { name: "SUE_POWER_ONLINE", value: 2001 },
    { name: "OutputComplete", value: 1 },
    { name: "OutputComplete", value: 2 },
  ]);
  expect(heard.map(({ type }) => type)).toEqual(["OutputComplete", "OutputComplete"]);
});

test("a receipt that failed carries its error code, and the printer is free again", () => {
  const { service, lines, say, ready } = printerService();
  ready();
  service.command(print("a"));

  say({ type: "OutputError", jobId: "a", reason: "paper-out", printed: "nothing" });

  expect(service.diagnosis.upos).toMatchObject({
    state: { name: "S_IDLE" },
    lastError: { what: "output", name: "E_EXTENDED EPTR_REC_EMPTY", value: 114, extended: 203 },
  });
  expect(lines).toEqual(["output failed: E_EXTENDED EPTR_REC_EMPTY (114)"]);
});

test("a receipt for a printer that was never there is refused with E_NOTCLAIMED", () => {
  const { service, lines } = printerService();

  service.command(print("a"));

  expect(service.diagnosis.upos.lastError).toMatchObject({ name: "E_NOTCLAIMED", value: 103 });
  expect(lines).toEqual(["output failed: E_NOTCLAIMED (103)"]);
});

test("a drawer that was not kicked tells what is wrong with its printer", () => {
  const { service, say, ready } = printerService();
  ready();
  service.sense({
    type: "StatusUpdate",
    status: {
      ...{ state: "offline", coverOpen: true, recEmpty: false, recNearEnd: false },
      ...{ cutterError: true, hasError: true, drawer: "closed" },
    },
  });
  service.command({ type: "openDrawer", kickId: "k" });

  say({ type: "DrawerKickFailed", kickId: "k" });

  const [drawer] = service.diagnosis.attached;
  expect(drawer).toMatchObject({
    deviceClass: "CashDrawer",
    lastError: { what: "output", name: "E_OFFLINE", value: 108 },
    statuses: [{ name: "CASH_SUE_DRAWERCLOSED", value: 0 }],
    statistics: { DrawerGoodOpenCount: 0, DrawerFailedOpenCount: 1 },
  });
  const { errorCode, statuses, lastError } = service.diagnosis.upos;
  expect([errorCode.name, lastError]).toEqual(["E_EXTENDED EPTR_COVER_OPEN", null]);
  expect(statuses).toContainEqual({ name: "PTR_SUE_COVER_OPEN", value: 11 });
});

test("noise between two scans hides neither of them", () => {
  const service = scannerService();
  const heard: string[] = [];
  for (const signal of [scan("one"), noise, scan("two")]) {
    service.take(signal, (each) => {
      heard.push(each.type === "ScanData" ? each.scanDataLabel : each.type);
    });
  }

  expect(heard).toEqual(["one", "ScanNoise", "two"]);
  expect(service.diagnosis.upos.lastError).toMatchObject({ what: "input", name: "E_FAILURE" });
});

test("a scan that the application choked on is not the last one it gets", () => {
  const service = scannerService();
  const choke = () => {
    throw new Error("a bad label");
  };
  expect(() => service.take(scan("one"), choke)).toThrow("a bad label");

  const heard: ScannerSignal[] = [];
  service.take(scan("two"), (each) => heard.push(each));

  expect(heard).toEqual([scan("two")]);
});

test("only the last events are kept", () => {
  const { service, ready } = printerService();
  ready();
  for (let n = 0; n < 40; n += 1) service.reach(n % 2 === 0);

  expect(service.diagnosis.upos.events).toHaveLength(16);
});
