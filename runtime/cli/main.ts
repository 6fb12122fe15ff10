import { Command } from "commander";
import { CodedError } from "#state/base/coded-error.ts";
import { failureTexts } from "../failure-texts.ts";
import { registerDevices } from "./devices.ts";
import { registerDoctor } from "./doctor/doctor.ts";
import { registerLedger } from "./ledger.ts";
import { registerRun } from "./run.ts";
import { registerSim } from "./sim.ts";
import { registerStart } from "./start.ts";

const WRONG_USAGE = 2;
/** Of options whose values only the terminal can judge. */
const usageErrors: readonly string[] = [
  ...["host/option-missing", "host/bad-option", "host/bad-address", "host/bad-drawer"],
  "host/unknown-device",
];

/** The `guitai` command: the same doors for people and for scripts. */
const program = new Command("guitai")
  .description("柜台 Guitai: the runtime of a point-of-sale terminal")
  .configureHelp({ sortSubcommands: true })
  .showHelpAfterError("(see --help)");

function inChinese(code: string): string {
  const text = failureTexts[code];
  return text === undefined ? "" : `${text.what.zh}。\n→ ${text.fix.zh}\n`;
}

// Its exit code 2 is a broken ledger, and nothing else.
registerLedger(program);
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : WRONG_USAGE));
registerStart(program);
registerRun(program);
registerSim(program);
registerDevices(program);
registerDoctor(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  process.stderr.write(`${error.message}\n→ ${error.fix}\n${inChinese(error.code)}`);
  process.exitCode = usageErrors.includes(error.code) ? WRONG_USAGE : 1;
}
