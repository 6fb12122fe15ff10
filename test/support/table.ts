import { strict as assert } from "node:assert";
import { evolve } from "#state/evolve.ts";
import { type Beginning, beginnings } from "#test/support/shop.ts";
import { readInput } from "#test/support/table-inputs.ts";
import { sayOutcome } from "#test/support/table-words.ts";
import { openTill, type Till } from "#test/support/till.ts";

/**
 * A sale as a list of rows, read by anybody who knows a till:
 *
 *     @ signed on                 a new till, where it begins; `with a scale` may follow
 *     scan 96385074               → sale.begun, line 1 × 1 = 3.50 of Gum, total 3.50
 *     wait 30                     seconds; nothing else happens
 *     # why the next row matters
 *
 * Running a table writes down what did happen in each row; the test compares it with the file.
 */
export function playTable(text: string): string {
  let till: Till | null = null;
  const lines = text.split("\n").map((line) => {
    const [input = "", ...rest] = line.split("→");
    const words = input.trim();
    if (words === "" || words.startsWith("#")) return line;
    if (words.startsWith("@")) {
      const [, name = "", scale] = /^@ (.*?)( with a scale)?$/.exec(words) ?? [];
      till = openTill(beginningOf(name.trim()), scale !== undefined);
      return line;
    }
    assert(till !== null, `a table begins with "@ …", not with "${line}"`);
    if (words.startsWith("wait ")) {
      till.wait(Number(words.slice("wait ".length)) * 1000);
      return line;
    }
    const remark = /#.*$/.exec(rest.join("→"))?.[0];
    const row = `${words.padEnd(26)} → ${playRow(till, words)}`;
    return remark === undefined ? row : `${row}  ${remark}`;
  });
  return lines.join("\n");
}

function playRow(till: Till, words: string): string {
  const before = till.terminal;
  const from = till.entries.length;
  const outcome = till.put(readInput(words, till));
  assert.deepEqual(till.entries.slice(from).reduce(evolve, before), outcome.terminal, words);
  return sayOutcome(outcome);
}

function beginningOf(name: string): Beginning {
  const names = Object.keys(beginnings) as Beginning[];
  const found = names.find((one) => one === name);
  assert(found !== undefined, `"@ ${name}" is none of: ${names.join(", ")}`);
  return found;
}
