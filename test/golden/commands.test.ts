import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "#simulator/devices/escpos/commands/all.ts";
import { extentOf } from "#simulator/devices/escpos/extent.ts";
import { Tokenizer } from "#simulator/devices/printing/tokenizer.ts";
import { readDialogue } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { controlAndText } from "./commands/control-and-text.ts";
import { hanzi } from "./commands/hanzi.ts";
import { machine } from "./commands/machine.ts";

const shown = [...controlAndText, ...hanzi, ...machine];

/** What the host sends in a golden. */
function sentIn(golden: string): Uint8Array {
  const isPaper = golden.startsWith("paper/");
  const file = isPaper ? `${golden}/bytes.hex` : `${golden}.dialogue`;
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  if (isPaper) return fromHex(text.replace(/#.*$/gm, ""));
  const said = readDialogue(text).filter(({ mark }) => mark === ">");
  return fromHex(said.map((line) => line.text).join(" "));
}

/** Its commands in hex, whole: a parameter that looks like a command is none. */
function commandsIn(golden: string): readonly string[] {
  const tokenizer = new Tokenizer(extentOf);
  return [...sentIn(golden)].flatMap((byte) => {
    const token = tokenizer.push(byte);
    return token?.kind === "command" ? [toHex(token.bytes)] : [];
  });
}

test.each(shown)("%s is shown", (_name, bytes, ...goldens) => {
  const isIt = new RegExp(`^${bytes.replaceAll("..", "[0-9a-f]{2}")}`);

  expect(goldens.length).toBeGreaterThan(0);
  for (const golden of goldens)
    expect(commandsIn(golden)).toContainEqual(expect.stringMatching(isIt));
});

test("no command that the printer knows is left out", () => {
  const names = shown.map(([name]) => name.replace(",", ""));
  const isShown = (command: string) =>
    names.some((name) => name === command || name.startsWith(`${command} `));

  expect(Object.keys(commands).filter((command) => !isShown(command))).toEqual([]);
});
