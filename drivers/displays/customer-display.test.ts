import { describe, expect, it } from "vitest";
import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import { type DisplayName, displayLanguages } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal, Figure } from "#drivers/displays/signal.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

const dialogue = (name: string) =>
  new URL(`../../test/golden/dialogues/display-${name}.dialogue`, import.meta.url);

/** `show TEXT AMOUNT MEANING`, or `clear`. */
function command([verb, upper = "", amount = "", meaning = "total"]: readonly string[]) {
  if (verb === "clear") return { type: "clear" } satisfies DisplayCommand;
  const figure = { meaning: meaning as Figure["meaning"], amount };
  return { type: "show", upper, lower: amount, figure } satisfies DisplayCommand;
}

describe("a customer display", () => {
  it.each(["cd5220", "epson-dm-d", "led8"] as const)("holds the dialogue of %s", (name) => {
    const driver = new CustomerDisplay(displayLanguages[name]);
    replayFile<DisplayCommand, DisplaySignal>(dialogue(name), { driver, command });
  });

  it.each<[DisplayName, string]>([
    ["led8", "1b 73 34"],
    ["led8-binary", "1b 73 04"],
    ["led8-partner", "1b 73 05 01"],
    ["led8n", "02 4c 30 30 30 31"],
  ])("lights change in the dialect of %s", (name, light) => {
    const driver = new CustomerDisplay(displayLanguages[name]);
    driver.open(millis(0));

    const { writes } = driver.obey(command(["show", "", "5.00", "change"]), millis(0));

    expect(writes.map(toHex).join(" ")).toBe(`${light} 1b 51 41 35 2e 30 30 0d`);
  });

  it("never answers what a line says, and waits for nothing", () => {
    const driver = new CustomerDisplay(displayLanguages.cd5220);

    expect(driver.receive(fromHex("00 ff 06"), millis(0))).toEqual({ writes: [], signals: [] });
    expect(driver.deadline).toBeNull();
  });
});
