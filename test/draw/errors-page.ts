import { failureTexts } from "#runtime/failure-texts.ts";
import type { Text } from "#state/base/text.ts";
import { refusalTexts } from "#state/refusal-texts.ts";
import { otherFailures } from "./other-failures.ts";

export const errorsPath = "runtime/ERRORS.md";

/** The page of errors, from the texts that the programs themselves show. */
export function errorsPage(): string {
  return [
    "# Errors",
    "",
    "Every code a cashier, a technician or a developer can meet. Written by `npm run draw` from",
    "`state/refusal-texts.ts` and `runtime/failure-texts.ts`; a code that is used and not listed",
    "here fails the tests.",
    "",
    "## Refusals",
    "",
    "Nothing happened, and the screen says why. `{…}` is filled in.",
    "",
    "| code | what happened | what is safe, what to do |",
    "|---|---|---|",
    ...Object.entries(refusalTexts).map(([code, { title, detail }]) => row(code, title, detail)),
    "",
    "## Failures of the machine",
    "",
    "The program stopped, or did not start, with exit code 1, or 2 where an option was wrong. Its",
    "message says the particulars.",
    "",
    "| code | what happened | what to do |",
    "|---|---|---|",
    ...Object.entries(failureTexts).map(([code, { what, fix }]) => row(code, what, fix)),
    "",
    "## Backend, workbench and simulator",
    "",
    "| code | what happened | what to do |",
    "|---|---|---|",
    ...Object.entries(otherFailures).map(([code, { what, fix }]) => row(code, what, fix)),
    "",
  ].join("\n");
}

const row = (code: string, first: Text, second: Text) =>
  `| \`${code}\` | ${both(first)} | ${both(second)} |`;

const both = ({ zh, en }: Text) => `${zh}<br>${en}`;
