import { constantsOnly } from "./constants-only.ts";
import { noDeadFiles } from "./dead-files.ts";
import { direction } from "./direction.ts";
import { documents } from "./documents.ts";
import { oneDoor } from "./doors.ts";
import { errorCodes } from "./error-codes.ts";
import { noHiddenInputs } from "./hidden-inputs.ts";
import { leftovers } from "./leftovers.ts";
import { mirror } from "./mirror.ts";
import { noFloatsInMoney } from "./no-floats.ts";
import { plainExports } from "./plain-exports.ts";
import { size } from "./size.ts";
import { type Finding, type Law, parseSource } from "./source.ts";

/** The laws of the house, by the sentence the test run shows. */
export const laws: Readonly<Record<string, Law>> = {
  "1 data flows one way, and so do imports": direction,
  "2 Node and npm come in by one door each": oneDoor,
  "3 nothing comes in unseen": noHiddenInputs,
  "4 drivers/wire holds constants only": constantsOnly,
  "5 functions, files and lines stay short": size,
  "6 a name is exported where it is made": plainExports,
  "7 only the files of arithmetic divide and round": noFloatsInMoney,
  "8 every error code is on the operator's list": errorCodes,
  "10 a test stands beside what it tests": mirror,
  "11 every file is reached from a program or a test": noDeadFiles,
  "12 documents have one title and links that lead somewhere": documents,
  "13 nothing is left lying about": leftovers,
};

/** `path:line: law n: what to do instead` */
export function say({ path, line, law, instead }: Finding): string {
  return `${path}:${line}: law ${law}: ${instead}`;
}

/** Judges files given as `path: text`, as the tests of the laws do. */
export function judge(law: Law, files: Readonly<Record<string, string>>): string[] {
  return law(Object.entries(files).map(([path, text]) => parseSource(path, text))).map(say);
}
