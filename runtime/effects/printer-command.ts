import type { PrinterCommand } from "#drivers/printers/signal.ts";
import type { Duty } from "#state/duty.ts";

/** What the printer is told to do about a duty, or whoever else has the drawer. */
export function printerCommand(duty: Extract<Duty, { type: "print" | "kick" }>): PrinterCommand {
  if (duty.type === "kick") return { type: "openDrawer", kickId: duty.kickId };
  const { jobId, document } = duty.job;
  return { type: "print", jobId, document, isParted: duty.isParted };
}
