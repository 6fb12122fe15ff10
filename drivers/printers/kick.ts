import type { DrawerPulse, NamedCommand } from "#drivers/printers/commands.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import type { PrinterStatus } from "#drivers/printers/signal.ts";

/**
 * What opens the drawer of a printer in this state; null when nothing would. A queued pulse would
 * wait for paper; the real-time one is ignored in an error.
 */
export function kickFor(
  { state, recEmpty, coverOpen, cutterError }: PrinterStatus,
  language: PrinterLanguage,
  pulse: DrawerPulse,
): readonly NamedCommand[] | null {
  if (state === "ready") return language.kick(pulse);
  return (recEmpty || coverOpen) && !cutterError ? language.kickNow(pulse) : null;
}
