import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import { type DisplayName, displayLanguages } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal, Figure } from "#drivers/displays/signal.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

const dialogue = (name: string) =>
  new URL(`../../test/golden/dialogues/display-${name}.dialogue`, import.meta.url);

/** `show UPPER LOWER`, or `figures MEANING:AMOUNT …`. */
function command([verb, ...words]: readonly string[]): DisplayCommand {
  const [upper = "", lower = ""] = verb === "show" ? words : [];
  const figures = verb === "figures" ? words.map(figure) : [];
  return { type: "show", upper, lower, figures };
}

function figure(word: string): Figure {
  const [meaning = "", amount = ""] = word.split(":");
  return { meaning: meaning as Figure["meaning"], amount };
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

    const { writes } = driver.obey(command(["figures", "change:5.00"]), millis(0));

    expect(writes.map(toHex).join(" ")).toBe(`${light} 1b 51 41 35 2e 30 30 0d`);
  });

  it("never answers what a line says", () => {
    const driver = new CustomerDisplay(displayLanguages.cd5220);
    driver.open(millis(0));

    expect(driver.receive(fromHex("00 ff 06"), millis(0))).toEqual({ writes: [], signals: [] });
  });

  it("writes exactly its two lines whatever the text: nothing can break out of a line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (upper, lower) => {
        const driver = new CustomerDisplay(displayLanguages.cd5220);
        driver.open(millis(0));
        driver.obey({ type: "show", upper: "-", lower: "-", figures: [] }, millis(0));

        const { writes } = driver.obey({ type: "show", upper, lower, figures: [] }, millis(0));

        const line = (n: number) => new RegExp(`^1b 51 ${n}( [2-7][0-9a-f]){20} 0d`);
        const hex = writes.map(toHex).join(" ");
        const rest = hex.replace(line(41), "").trim().replace(line(42), "");
        expect(rest).toBe("");
      }),
    );
  });
});
