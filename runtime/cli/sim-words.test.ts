import { expect, test } from "vitest";
import { inWords } from "./sim-words.ts";

const serial = {
  ready: true,
  url: "http://127.0.0.1:8472/",
  printer: "/c/printer",
  scanner: "/c/scanner",
} as const;

test("every line of the counter stands in one column, hanzi or not", () => {
  const said = inWords(JSON.stringify({ ...serial, pinpad: "/c/pinpad" }));

  expect(said).toContain("  硬件台 Bench            http://127.0.0.1:8472/\n");
  expect(said).toContain("  打印机 Printer          /c/printer\n");
  expect(said).toContain("  pinpad                  /c/pinpad\n");
  expect(said).toContain("printf 'Hello\\n\\035VB\\140' > /c/printer\n");
});

test("what has more plugs says them all, with the command that attaches USB", () => {
  const devices = [{ busid: "1-1", product: "TM-T20III" }];
  const said = inWords(
    JSON.stringify({ ...serial, printerTcp: 9100, usbip: { port: 3240, devices } }),
  );

  expect(said).toContain("127.0.0.1:9100\n");
  expect(said).toContain("USB TM-T20III");
  expect(said).toContain("usbip --tcp-port 3240 attach -r 127.0.0.1 -b 1-1\n");
});

test("a scenario is told line by line, and how it ended", () => {
  const scenario = { name: "x", line: 3, text: "open cover", failure: null, steps: 4 };
  const tell = (more: object) => inWords(JSON.stringify({ scenario: { ...scenario, ...more } }));

  expect(tell({ outcome: "running", stepsDone: 1 })).toBe("  x 1/4  ▸ 3: open cover\n");
  expect(tell({ outcome: "passed", stepsDone: 4 })).toBe("  x 通过 passed\n");
  expect(tell({ outcome: "failed", failure: "x:3: it is shut" })).toBe(
    "  x 未通过 FAILED  x:3: it is shut\n",
  );
});

test("what is meant for programs is not said", () => {
  expect(inWords("{}")).toBeNull();
});
