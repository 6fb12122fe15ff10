import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buzzerCommands } from "#simulator/devices/escpos/commands/buzzers.ts";
import { graphicsCommands } from "#simulator/devices/escpos/commands/graphics.ts";
import { pictureCommands } from "#simulator/devices/escpos/commands/pictures.ts";
import { questionCommands } from "#simulator/devices/escpos/commands/questions.ts";
import { settingCommands } from "#simulator/devices/escpos/commands/settings.ts";
import { symbolCommands } from "#simulator/devices/escpos/commands/symbols.ts";
import { readDialogue } from "#test/support/dialogue.ts";
import { commandsOfTheMachine } from "./commands-of-the-machine.ts";

/** What the host sends in a golden, as one line of hex. */
function sentIn(golden: string): string {
  const isPaper = golden.startsWith("paper/");
  const file = isPaper ? `${golden}/bytes.hex` : `${golden}.dialogue`;
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  const hex = isPaper
    ? text.replace(/#.*$/gm, "")
    : readDialogue(text)
        .filter(({ mark }) => mark === ">")
        .map((line) => line.text)
        .join(" ");
  return ` ${hex.trim().split(/\s+/).join(" ")} `;
}

test.each(commandsOfTheMachine)("%s is shown", (_name, bytes, ...goldens) => {
  const pattern = new RegExp(` ${bytes.replaceAll("..", "[0-9a-f]{2}")}`);

  expect(goldens.length).toBeGreaterThan(0);
  for (const golden of goldens) expect(sentIn(golden)).toMatch(pattern);
});

test("no command of these is left out", () => {
  const tables = {
    ...buzzerCommands,
    ...graphicsCommands,
    ...pictureCommands,
    ...questionCommands,
    ...settingCommands,
    ...symbolCommands,
  };
  const shown = commandsOfTheMachine.map(([name]) => name);
  const isShown = (command: string) =>
    shown.some((name) => name === command || name.startsWith(`${command} `));

  expect(Object.keys(tables).filter((command) => !isShown(command))).toEqual([]);
});
