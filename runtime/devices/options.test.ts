import { describe, expect, test } from "vitest";
import { displayLanguages } from "#drivers/displays/language.ts";
import { millis } from "#state/base/units.ts";
import { deviceConfiguration, drawerBeepAfter } from "./options.ts";

const usual = { scanner: "/dev/s", printer: "/dev/p", "printer-model": "generic-80mm" } as const;
const given = { ...usual, "baud-rate": "9600" } as const;

describe("the devices that the options tell", () => {
  test("are a scanner and a printer at least", () => {
    expect(deviceConfiguration(given)).toMatchObject({ display: null });
    expect(() => deviceConfiguration({ ...given, scanner: undefined })).toThrow(
      /host\/option-missing/,
    );
  });

  test("may be a scanner that types on a layout of its own", () => {
    const typing = { ...given, scanner: "wedge:05e0:1200", "scanner-layout": "fr" };

    expect(deviceConfiguration(typing).scanner).toMatchObject({
      address: { link: "usb", serves: "keyboard" },
      types: { product: "scanner as keyboard, French layout" },
    });
    expect(() => deviceConfiguration({ ...typing, "scanner-layout": "x" })).toThrow(
      /host\/unknown-device/,
    );
  });

  test("may be a display, at the speed it is shipped with or another", () => {
    const display = { display: "/dev/d", "display-speaks": "led8n" } as const;

    expect(deviceConfiguration({ ...given, ...display }).display).toEqual({
      address: { link: "serial", path: "/dev/d", baudRate: 2400 },
      language: displayLanguages.led8n,
    });
    const faster = deviceConfiguration({ ...given, ...display, "display-baud-rate": "9600" });
    expect(faster.display?.address).toMatchObject({ baudRate: 9600 });
  });

  test("may be a display behind the printer", () => {
    const { display } = deviceConfiguration({ ...given, display: "printer" });

    expect(display).toEqual({ address: "behind-printer", language: displayLanguages.cd5220 });
    const star = { display: "printer", "printer-model": "star-tsp650ii" };
    expect(() => deviceConfiguration({ ...given, ...star })).toThrow(/host\/bad-address/);
  });

  test("cannot be what nobody knows", () => {
    expect(() => deviceConfiguration({ ...given, "printer-model": "x" })).toThrow(
      /host\/unknown-device/,
    );
    const display = { display: "/dev/d", "display-speaks": "x" } as const;
    expect(() => deviceConfiguration({ ...given, ...display })).toThrow(/host\/unknown-device/);
  });

  test("may be a drawer of its own, which the printer's settings leave alone", () => {
    const drawer = { drawer: "/dev/b", "drawer-trigger": "1b70", "drawer-speaks": "acode-usb" };

    const { address, driver } = deviceConfiguration({ ...given, ...drawer }).drawer ?? {};

    expect(address).toEqual({ link: "serial", path: "/dev/b", baudRate: 9600 });
    const box = driver?.();
    box?.open(millis(0));
    const { writes } = box?.obey({ type: "openDrawer", kickId: "k" }, millis(0)) ?? {};
    expect(writes).toEqual([Uint8Array.of(0x1b, 0x70)]);
  });

  test("may be a scale, on the line that its language wants", () => {
    const scale = { scale: "/dev/w", "scale-speaks": "toledo-8217" };

    expect(deviceConfiguration({ ...given, ...scale }).scale?.address).toEqual({
      ...{ link: "serial", path: "/dev/w", baudRate: 9600, dataBits: 7, parity: "even" },
    });
    const slower = deviceConfiguration({ ...given, ...scale, "scale-baud-rate": "4800" });
    expect(slower.scale?.address.baudRate).toBe(4800);
  });

  test("may be a HID drawer, told by its ids and its page", () => {
    const drawer = { drawer: "hid:0d3a:0200", "drawer-speaks": "posiflex-hid" };

    const { address } = deviceConfiguration({ ...given, ...drawer }).drawer ?? {};

    expect(address).toMatchObject({ link: "hid", vendorId: 0x0d3a, usagePage: 0xffa0 });
    expect(() => deviceConfiguration({ ...given, ...drawer, drawer: "/dev/b" })).toThrow(
      /host\/bad-address/,
    );
  });

  test("drive a drawer on the printer as its coil bears it", () => {
    const pulse = { "drawer-pin": "5", "drawer-pulse": "126", "drawer-open-level": "low" };

    expect(deviceConfiguration({ ...given, ...pulse }).printer).toMatchObject({
      drawerPulse: { pin: 5, onMs: 126 },
      drawerOpenWhenPin3: "low",
    });
  });

  test.each([
    { "drawer-pulse": "127" },
    { "drawer-pulse": "19" },
    { "drawer-pulse": "5e1.5" },
    { "drawer-pin": "3" },
    { "drawer-open-level": "up" },
    { drawer: "/dev/b", "drawer-trigger": "7" },
  ])("never drive it as %j", (values) => {
    expect(() => deviceConfiguration({ ...given, ...values })).toThrow(/host\/bad-drawer/);
  });

  test("remind of an open drawer after so many seconds, or never", () => {
    expect(drawerBeepAfter({ "drawer-beep-after": "20" })).toBe(20_000);
    expect(drawerBeepAfter({})).toBeNull();
    expect(() => drawerBeepAfter({ "drawer-beep-after": "0" })).toThrow(/host\/bad-drawer/);
  });
});
