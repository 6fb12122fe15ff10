import type { CommandRun } from "#drivers/printers/command-writer.ts";

const families: Readonly<Record<number, string>> = { 27: "ESC", 28: "FS", 29: "GS" };

/** The commands and rows of a run one by one, each under its manual's name; `text` for a row. */
export function commandsOf({ bytes, ends }: CommandRun) {
  return ends.map((end, index) => {
    const command = bytes.subarray(ends[index - 1] ?? 0, end);
    return { name: nameOf(command), bytes: command };
  });
}

function nameOf(command: Uint8Array): string {
  const family = families[command[0] ?? 0];
  // A row may begin with a change of its characters; no short command ends it.
  const isRow = command.at(-1) === 0x0a && command.length > 4;
  if (family === undefined || isRow) return "text";
  const [second, third] = [...command.subarray(1, 3)].map((byte) => String.fromCharCode(byte));
  if (second !== "(") return `${family} ${second}`;
  const number = third === "k" ? ` fn ${100 + (command[6] ?? 0)}` : "";
  return `${family} ( ${third}${number}`;
}
