/**
 * Reads a scenario file: one line, one thing. The language stands in the tables `momentRows`,
 * `deedRows` and `expectationRows`; a line is `[within TIME] [MOMENT] [DEED or EXPECTATION]`.
 */
import { CodedError } from "#state/base/coded-error.ts";
import { deedRows } from "./deeds.ts";
import { expectationRows } from "./expectations.ts";
import { momentRows } from "./moments.ts";
import type { Scenario, Step } from "./scenario.ts";
import { match, type Slots, type Word, wordsOf } from "./words.ts";

export const SCENARIO_CHARACTERS_MAX = 65_536;
/** Somebody may still be starting the software that is to print. */
const MOMENT_MS_MAX = 600_000;
const EXPECTATION_MS_MAX = 5000;

/** @throws CodedError `simulator/bad-scenario`, with file and line and what should stand there */
export function parseScenario(text: string, file: string): Scenario {
  const lines = text.split(/\r?\n/);
  const steps = lines.flatMap((line, index) => stepIn(line, index + 1, file) ?? []);
  if (steps.length === 0) throw bad(file, 1, "Nothing is to be done", ["a line such as `at 2s …`"]);
  const title = lines.find((line) => line.startsWith("#"))?.replace(/^#+\s*/, "") ?? file;
  return { name: file.replace(/^.*\//, ""), title, steps };
}

function stepIn(text: string, line: number, file: string): Step | null {
  const words = wordsOf(text);
  if (words === null) throw bad(file, line, "A quote has no end", ['a second "']);
  if (words.length === 0) return null;
  const patience = fitting([{ pattern: "within {time}" }], words);
  const whole = words.slice(patience?.used ?? 0);
  const moment = fitting(momentRows, whole);
  const rest = whole.slice(moment?.used ?? 0);
  const deed = exact(deedRows, rest);
  const expectation = exact(expectationRows, rest);
  const isWait = rest.length === 0 && moment !== null;
  if (deed === null && expectation === null && !isWait) throw unknown(file, line, whole, rest);
  return {
    line,
    text: text.trim(),
    moment: moment?.row.make(moment.slots) ?? null,
    deed: deed?.row.make(deed.slots) ?? null,
    expectation: expectation?.row.make(expectation.slots) ?? null,
    momentMs: patience?.slots.time ?? MOMENT_MS_MAX,
    expectationMs: patience?.slots.time ?? EXPECTATION_MS_MAX,
  };
}

interface Patterned {
  readonly pattern: string;
}

interface Fit<Row> {
  readonly row: Row;
  readonly slots: Slots;
  readonly used: number;
}

/** The row that takes most of these words; null when none fits. */
function fitting<Row extends Patterned>(
  rows: readonly Row[],
  words: readonly Word[],
): Fit<Row> | null {
  const fits = rows.flatMap((row) => {
    const found = match(row.pattern, words);
    return found.isMatch ? [{ row, slots: found.slots, used: found.used }] : [];
  });
  return fits.sort((a, b) => b.used - a.used)[0] ?? null;
}

function exact<Row extends Patterned>(rows: readonly Row[], words: readonly Word[]) {
  const fit = fitting(rows, words);
  return fit?.used === words.length ? fit : null;
}

/** The word that is wrong is the one that the best of the patterns stumbles over. */
function unknown(
  file: string,
  line: number,
  whole: readonly Word[],
  rest: readonly Word[],
): CodedError {
  const rows = [...deedRows, ...expectationRows];
  const behind = rest.length < whole.length ? rows : [...rows, ...momentRows];
  const misses = behind.map(({ pattern }) => {
    const found = match(pattern, rest);
    return found.isMatch ? { fits: found.used, expected: "the end of the line" } : found;
  });
  const fits = Math.max(...misses.map((miss) => miss.fits));
  const expected = misses.filter((miss) => miss.fits === fits).map((miss) => miss.expected);
  const word = rest[fits];
  const what =
    word === undefined ? "The line is not complete" : `\`${word.text}\` is not known here`;
  return bad(file, line, what, expected);
}

function bad(file: string, line: number, what: string, expected: readonly string[]): CodedError {
  return new CodedError("simulator/bad-scenario", {
    what: `${file}:${line}: ${what}`,
    fix: `Expected: ${[...new Set(expected)].join(", ")}.`,
  });
}
