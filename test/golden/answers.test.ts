import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { playPrinterDialogue } from "#test/support/printer-dialogue.ts";

const folder = new URL("answers/", import.meta.url);
const dialogues = readdirSync(folder);

test.each(dialogues)("the virtual printer holds %s", (name) => {
  const language = name.startsWith("star-") ? "star-line" : "escpos";
  playPrinterDialogue(new URL(name, folder), { printer: { language } });
});

test("no dialogue got lost", () => {
  expect(dialogues).toHaveLength(23);
});
