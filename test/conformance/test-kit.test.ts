import { virtualCounter } from "guitai/simulator";
import { expect, test } from "vitest";
import { millis } from "#state/base/units.ts";

test("the test kit comes by the package's own name and needs no port and no clock", () => {
  const counter = virtualCounter({ printer: { widthDots: 384 } });

  counter.print(Uint8Array.of(0x1b, 0x70, 0x00, 0x19, 0xfa), millis(0));
  const { fromScanner } = counter.scan("6901234567892", { aim: false }, millis(10));

  expect(counter.drawer.isOpen).toBe(true);
  expect(Buffer.concat(fromScanner).toString()).toBe("6901234567892\r");
});
