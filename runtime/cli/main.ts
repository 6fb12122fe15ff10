import { Command } from "commander";
import { CodedError } from "#state/base/coded-error.ts";
import { failureTexts } from "../failure-texts.ts";
import { registerDevices } from "./devices.ts";
import { registerDoctor } from "./doctor/doctor.ts";
import { registerLedger } from "./ledger.ts";
import { registerRun } from "./run.ts";
import { registerSim } from "./sim.ts";
import { registerStart } from "./start.ts";

/** The `guitai` command: the same doors for people and for scripts. */
const program = new Command("guitai")
  .description("柜台 Guitai: the runtime of a point-of-sale terminal")
  .configureHelp({ sortSubcommands: true })
  .showHelpAfterError("(see --help)");

function inChinese(code: string): string {
  const text = failureTexts[code];
  return text === undefined ? "" : `${text.what.zh}。\n→ ${text.fix.zh}\n`;
}

registerStart(program);
registerRun(program);
registerSim(program);
registerLedger(program);
registerDevices(program);
registerDoctor(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  process.stderr.write(`${error.message}\n→ ${error.fix}\n${inChinese(error.code)}`);
  process.exitCode = 1;
}
