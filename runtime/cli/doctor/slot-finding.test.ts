import { expect, test } from "vitest";
import type { SlotDiagnosis } from "#runtime/devices/diagnosis.ts";
import { slotFinding } from "./slot-finding.ts";

const printer: SlotDiagnosis = {
  ...{ name: "printer", address: "/dev/ttyUSB0", state: "ready", since: 1000 },
  driver: { row: "epson-tm-t20iii", title: "Epson TM-T20III" },
  found: null,
  upos: {
    deviceClass: "POSPrinter",
    state: { name: "S_IDLE", value: 2 },
    powerState: { name: "PS_ONLINE", value: 2001 },
    errorCode: { name: "SUCCESS", value: 0, extended: 0 },
    ...{ claimed: true, deviceEnabled: true, dataCount: 0, checkHealthText: "" },
    ...{ serviceVersion: 1_016_000, properties: {}, statistics: {} },
    ...{ statuses: [], lastError: null, events: [] },
  },
  attached: [],
  status: {
    ...{ state: "ready", coverOpen: false, recEmpty: false, recNearEnd: true },
    ...{ cutterError: false, drawer: "open" },
  },
  says: "XPRINTER TM-T88V, 2.1",
  ...{ bytesIn: 12, bytesOut: 345, signals: 3, opens: 1, losses: 0 },
  ...{ lastSignal: null, lastError: null },
};

test("a ready printer: what it is, how it is, what it did", () => {
  expect(slotFinding(printer, 61_000)).toEqual({
    ...{ about: "terminal", state: "ok", code: null, fix: null },
    what: {
      zh: [
        "打印机: 就绪（60 秒）",
        "/dev/ttyUSB0，按 epson-tm-t20iii（Epson TM-T20III）驱动",
        "自称 XPRINTER TM-T88V, 2.1",
        "POSPrinter S_IDLE 2, PS_ONLINE 2001, SUCCESS 0",
        "纸将用尽，上盖合上，钱箱开着",
        "收 12 字节，发 345 字节，打开 1 次，断开 0 次",
      ].join("\n    "),
      en: [
        "printer: ready (for 60 s)",
        "/dev/ttyUSB0, driven as epson-tm-t20iii (Epson TM-T20III)",
        "calls itself XPRINTER TM-T88V, 2.1",
        "POSPrinter S_IDLE 2, PS_ONLINE 2001, SUCCESS 0",
        "paper near end, cover closed, drawer open",
        "12 bytes in, 345 out, opened: 1, lost: 0",
      ].join("\n    "),
    },
  });
});

test("what hangs on it has a line of its own, and what it counted stands behind", () => {
  const { upos } = printer;
  const statistics = { CommunicationErrorCount: 0, DrawerGoodOpenCount: 7 };
  const drawer = { ...upos, deviceClass: "CashDrawer", statistics };

  const lines = slotFinding({ ...printer, attached: [drawer] }, 0).what.en.split("\n    ");

  expect(lines.slice(3, 5)).toEqual([
    "POSPrinter S_IDLE 2, PS_ONLINE 2001, SUCCESS 0",
    "CashDrawer S_IDLE 2, PS_ONLINE 2001, SUCCESS 0; DrawerGoodOpenCount 7",
  ]);
});

test("a device that was told to rest is no trouble, and says so", () => {
  const upos = { ...printer.upos, deviceEnabled: false };

  const { state, what } = slotFinding({ ...printer, name: "scanner", status: null, upos }, 0);

  expect(state).toBe("ok");
  expect(what.en).toContain("\n    at rest until a cashier signs on\n");
  expect(what.zh).toContain("\n    休息中，收银员登录后恢复\n");
});

test.each([
  ["absent", "trouble", "device/not-found"],
  ["found", "note", null],
  ["claimed", "trouble", "device/silent"],
  ["ready", "ok", null],
  ["faulted", "trouble", "device/needs-a-hand"],
  ["lost", "trouble", "device/lost"],
] as const)("a device that is %s is a finding of kind %s, code %s", (state, kind, code) => {
  const found = slotFinding({ ...printer, state }, 0);

  expect(found.state).toBe(kind);
  expect(found.code).toBe(code);
  expect(found.fix === null).toBe(kind !== "trouble");
});

test.each([
  [11_000, "note", null],
  [11_001, "trouble", "device/not-opened"],
])("an opening that began at 1000 is at %i a finding of kind %s, code %s", (at, kind, code) => {
  const found = slotFinding({ ...printer, state: "found" }, at);

  expect(found).toMatchObject({ state: kind, code });
});

test.each([
  [{ cutterError: true }, "cutter error"],
  [{ recEmpty: true, recNearEnd: true }, "paper out"],
  [{ coverOpen: true }, "cover open"],
  [{ drawer: "unknown" }, "drawer unknown"],
  [{ state: "no-answer" }, ""],
  [{}, ""],
])("a status of %j is told as “%s”", (status, words) => {
  const said = slotFinding({ ...printer, status }, 0)
    .what.en.split("\n    ")
    .slice(4, -1);
  expect(said.join()).toBe(words);
});

test("a device behind a numbered port: who it is, and how to name it for good", () => {
  const match = { row: "datalogic-cdc", score: 40, why: ["product 4204 (32)", "vendor 05f9 (8)"] };
  const found = { node: "/dev/ttyUSB0", identity: "usb:05f9:4204:S1", title: "Datalogic", match };

  const { en, zh } = slotFinding({ ...printer, found }, 0).what;

  expect(en).toContain(
    "there is /dev/ttyUSB0, usb:05f9:4204:S1 “Datalogic”, " +
      "datalogic-cdc = product 4204 (32) + vendor 05f9 (8); " +
      "named serial:05f9:4204:S1 it is found on any port\n",
  );
  expect(zh).toContain("地址写成 serial:05f9:4204:S1 就不怕换口");
  expect(slotFinding({ ...printer, found, address: "port:1-2" }, 0).what.en).not.toContain("named");
});

test("an error with a code is mended as its page says", () => {
  const text = "More than one device fits: a, b [device/ambiguous]";
  const lost = { ...printer, state: "absent", lastError: { text, at: 0 } } as const;

  expect(slotFinding(lost, 0).fix?.zh).toContain("在地址里加上序列号");
});

test.each([
  ["device/in-use", "Another program holds the device"],
  ["device/forbidden", "This user may not open the device"],
  ["device/unreachable", "No printer answers at this address of the network"],
])("a link that fails with %s says so instead of “not found”", (code, says) => {
  const lastError = { text: `some words [${code}]`, at: 0 };
  const lost = { ...printer, state: "absent", since: 0, lastError } as const;
  const { what, fix, code: told } = slotFinding(lost, 9000);

  expect(told).toBe(code);
  expect(what.en).toContain(`printer: ${says} (for 9 s)\n`);
  expect(fix?.en).not.toContain("Check cable and power");
});

test("what a device could not be opened for is over once it is open", () => {
  const lastError = { text: "Permission denied [device/forbidden]", at: 0 };
  const { what, fix } = slotFinding({ ...printer, state: "claimed", lastError }, 0);

  expect(what.en).toContain("printer: its port is open and nothing answers");
  expect(fix?.en).toContain("Check that it is switched on");
});

test("a device of another kind is trouble, whatever its port says", () => {
  const match = { row: "honeywell-serial", score: 8, why: ["vendor 0c2e (8)"] };
  const found = { node: "/dev/ttyACM0", identity: "usb:0c2e:0b6a:S1", title: "", match };

  const asPrinter = slotFinding({ ...printer, found }, 0);
  const asScanner = slotFinding({ ...printer, name: "scanner", found }, 0);

  expect(asPrinter.state).toBe("trouble");
  expect(asPrinter.what.en).toContain("printer: A device of another kind is plugged in");
  expect(asScanner.state).toBe("ok");
});

test("an old error is told with its age", () => {
  const lost = { ...printer, lastError: { text: "Input/output error", at: 0 } };

  expect(slotFinding(lost, 3 * 3_600_000).what.en).toContain(
    "last error: Input/output error (3 h ago)",
  );
  expect(slotFinding(lost, 5 * 60_000).what.zh).toContain("Input/output error (5 分钟前)");
});
