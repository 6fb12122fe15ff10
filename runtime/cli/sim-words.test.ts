import { expect, test } from "vitest";
import { whereIsWhat } from "./sim-words.ts";

const serial = {
  ready: true,
  url: "http://127.0.0.1:8472/",
  printer: "/c/printer",
  scanner: "/c/scanner",
} as const;

test("every line of the counter stands in one column, hanzi or not", () => {
  const said = whereIsWhat({ ...serial, pinpad: "/c/pinpad" });

  expect(said).toContain("  硬件台 Bench            http://127.0.0.1:8472/\n");
  expect(said).toContain("  打印机 Printer          /c/printer\n");
  expect(said).toContain("  pinpad                  /c/pinpad\n");
  expect(said).toContain("printf 'Hello\\n\\035VB\\140' > /c/printer\n");
});

test("what has more plugs says them all, with the command that attaches USB", () => {
  const devices = [{ busid: "1-1", product: "TM-T20III" }];
  const said = whereIsWhat({ ...serial, printerTcp: 9100, usbip: { port: 3240, devices } });

  expect(said).toContain("127.0.0.1:9100\n");
  expect(said).toContain("USB TM-T20III");
  expect(said).toContain("usbip --tcp-port 3240 attach -r 127.0.0.1 -b 1-1\n");
});
