import { sentBy, virtualCounter } from "guitai/simulator";
import { expect, test } from "vitest";
import { millis } from "#state/base/units.ts";

test("the test kit comes by the package's own name and needs no port and no clock", () => {
  const counter = virtualCounter({ printer: { widthDots: 384 } });

  counter.receive("printer", Uint8Array.of(0x1b, 0x70, 0x00, 0x19, 0xfa), millis(0));
  const label = { kind: "trigger", label: "6901234567892", aim: false } as const;
  const scan = counter.act("scanner", label, millis(10));

  expect(counter.drawer.isOpen).toBe(true);
  expect(Buffer.from(sentBy("scanner", scan)).toString()).toBe("6901234567892\r");
});
