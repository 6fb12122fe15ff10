import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Found } from "#drivers/discovery/found.ts";
import { freshFolder } from "#test/support/folder.ts";
import { devicesToOpen, portFindings, udevadmFindings } from "./ports.ts";

const printer: Found = {
  kind: "usb",
  identity: "usb:04b8:0e15:S1",
  node: "/dev/bus/usb/001/002",
  usb: { vendor: "04b8", product: "0e15" },
  serial: "S1",
  title: "EPSON TM-T20II",
  portPath: "1-1",
  interfaceClasses: [7],
  usages: [],
  isOpenToUs: true,
};
const builtIn: Found = {
  ...printer,
  kind: "serial",
  identity: "port:pnp0/00:00",
  node: "/dev/ttyS0",
  usb: null,
  interfaceClasses: [],
};

test("a known device that we may open is well, with its score", () => {
  expect(portFindings([printer], "/sys")).toMatchObject([
    { state: "ok", what: { en: expect.stringContaining("epson-tm-t20ii, 40 =") } },
  ]);
  expect(portFindings([printer], "/sys")).toMatchObject([
    { what: { zh: expect.stringContaining("\n    --printer usb:04b8:0e15:S1") } },
  ]);
});

test("a known device that we may not open is trouble, with the exact rule", () => {
  expect(portFindings([{ ...printer, isOpenToUs: false }], "/sys")).toMatchObject([
    { state: "trouble", fix: { en: expect.stringContaining('ATTR{idVendor}=="04b8"') } },
  ]);
});

const adapter: Found = {
  ...{ ...printer, kind: "serial", identity: "usb:1a86:7523@1-3", node: "/dev/ttyUSB0" },
  ...{ usb: { vendor: "1a86", product: "7523" }, serial: null, title: "USB Serial" },
  interfaceClasses: [255],
};

test("a device nobody knows is opened by a rule where a terminal is to use it", () => {
  expect(devicesToOpen([printer, adapter], [adapter.identity])).toEqual([printer, adapter]);
});

test("a device nobody knows is a note, and no rule opens it", () => {
  expect(portFindings([builtIn], "/sys")).toMatchObject([{ state: "note" }]);
  expect(devicesToOpen([printer, builtIn])).toEqual([printer]);
  expect(devicesToOpen([printer, adapter], [])).toEqual([printer]);
});

test("a port that nobody knows says whether this user may open it", () => {
  const shut = portFindings([{ ...adapter, isOpenToUs: false }], "/sys");

  expect(shut).toMatchObject([
    { state: "note", what: { en: expect.stringContaining("is not known; this user may not") } },
  ]);
});

test("a machine that shows nothing is told from one that has nothing plugged in", () => {
  const folder = freshFolder();
  expect(portFindings([], folder)[0]?.what.en).toContain(`No sysfs at ${folder}`);

  mkdirSync(join(folder, "class"));

  expect(portFindings([], folder)[0]?.what.en).toContain("No serial, HID or USB device is seen");
});

test("udevadm is missed where it is not, and nowhere else", () => {
  const folder = freshFolder();
  const isInSystem = ["/sbin", "/usr/sbin"].some((each) => existsSync(join(each, "udevadm")));
  expect(udevadmFindings(folder)).toHaveLength(isInSystem ? 0 : 1);

  writeFileSync(join(folder, "udevadm"), "");

  expect(udevadmFindings(folder)).toEqual([]);
});
