import { describe, expect, test } from "vitest";
import { displayLanguages } from "#drivers/displays/language.ts";
import { deviceConfiguration } from "./options.ts";

const usual = { scanner: "/dev/s", printer: "/dev/p", "printer-model": "generic-80mm" } as const;
const given = { ...usual, "baud-rate": "9600" } as const;

describe("the devices that the options tell", () => {
  test("are a scanner and a printer at least", () => {
    expect(deviceConfiguration(given)).toMatchObject({ display: null });
    expect(() => deviceConfiguration({ ...given, scanner: undefined })).toThrow(
      /host\/option-missing/,
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
  });

  test("cannot be what nobody knows", () => {
    expect(() => deviceConfiguration({ ...given, "printer-model": "x" })).toThrow(
      /host\/unknown-device/,
    );
    const display = { display: "/dev/d", "display-speaks": "x" } as const;
    expect(() => deviceConfiguration({ ...given, ...display })).toThrow(/host\/unknown-device/);
  });
});
