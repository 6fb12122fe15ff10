import { expect, test } from "vitest";
import type { Found } from "#drivers/discovery/found.ts";
import { nothingThere } from "#drivers/discovery/sighting.ts";
import { foundDevice, withRule } from "./found-device.ts";

const scanner: Found = {
  ...{ kind: "serial", identity: "usb:05f9:4204:S1", node: "/dev/ttyACM0", portPath: "1-2" },
  ...{ usb: { vendor: "05f9", product: "4204" }, serial: "S1", title: "Datalogic" },
  ...{ interfaceClasses: [2], usages: [], isOpenToUs: false },
};

test("a device is told with its identity and with what it is taken for", () => {
  const sighting = { ...nothingThere, node: "/dev/ttyACM0", device: scanner, mark: "m" };

  expect(foundDevice(sighting)).toMatchObject({
    ...{ node: "/dev/ttyACM0", identity: "usb:05f9:4204:S1", title: "Datalogic" },
    match: { row: "datalogic-cdc", score: 40 },
  });
  const stranger = { ...scanner, usb: { vendor: "1a86", product: "7523" } };
  expect(foundDevice({ ...sighting, device: stranger })).toMatchObject({ match: null });
  expect(foundDevice(nothingThere)).toBeNull();
});

test("why a device could not be opened names what lets this user, once", () => {
  const once = withRule("EACCES", scanner);

  expect(once).toContain("EACCES [device/forbidden]: run `sudo guitai doctor");
  expect(once).toContain("--fix-udev --install`; the rule is SUBSYSTEM");
  expect(withRule(once, scanner)).toBe(once);
  expect(withRule("EIO", { ...scanner, isOpenToUs: true })).toBe("EIO");
  expect(withRule("EIO", null)).toBe("EIO");
  expect(withRule("EACCES", { ...scanner, usb: null })).toContain("sudo usermod -aG dialout");
});
