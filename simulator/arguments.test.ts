import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";

test("what is not said has its usual value", () => {
  expect(readArguments(["--data", "/c"])).toEqual({
    port: 8472,
    data: "/c",
    rack: null,
    printerTcp: null,
    usbip: null,
    scannerSpeaks: "text",
    printer: null,
    scenarios: [],
    exits: false,
  });
});

test("scenarios may be several, in their order", () => {
  const args = ["--data", "/c", "--scenario", "b", "--scenario", "a", "--exit"];

  expect(readArguments(args)).toMatchObject({ scenarios: ["b", "a"], exits: true });
});

test.each([
  [[], "--data DIR is missing"],
  [["--data", "/c", "--port", "x"], "--port x is no port"],
  [["--data", "/c", "--usbip", "70000"], "--usbip 70000 is no port"],
  [["--data", "/c", "--exit"], "--exit needs a --scenario"],
  [["--data", "/c", "--colour"], "--colour"],
] as const)("%j is refused with the usage", (args, what) => {
  const read = () => readArguments(args);

  expect(read).toThrow(what);
  expect(read).toThrow(
    expect.objectContaining({
      code: "simulator/bad-arguments",
      fix: expect.stringContaining("--scenario FILE"),
    }),
  );
});
