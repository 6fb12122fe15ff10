import type { NamedCommand } from "#drivers/printers/commands.ts";
import { escpos } from "#drivers/printers/escpos-language.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import type { LanguageName, PrinterModel } from "#drivers/printers/model.ts";
import { starLine } from "#drivers/printers/star-language.ts";

/** Languages by the name that a model gives. */
export const printerLanguages: Readonly<Record<LanguageName, PrinterLanguage>> = {
  escpos,
  "star-line": starLine,
};

/** What sets a printer up: a report of changes is an answer too, so not all are asked for it. */
export function settingsOf({ speaks, mayBeAsked }: PrinterModel): readonly NamedCommand[] {
  const { reset, report } = printerLanguages[speaks];
  return mayBeAsked ? [reset, report] : [reset];
}
