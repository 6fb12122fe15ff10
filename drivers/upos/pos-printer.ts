import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { type DeviceClass, type Meaning, nothing } from "#drivers/upos/device-class.ts";
import { extendedError, success, type UposError, uposError } from "#drivers/upos/error.ts";
import { PRINTER_EXTENDED, PRINTER_STATUS } from "#drivers/wire/upos.ts";

type Reason = Extract<PrinterSignal, { type: "OutputError" }>["reason"];

/** A receipt printer; the drawer on its connector has no control of its own. */
export const posPrinter: DeviceClass<PrinterCommand, PrinterSignal> = {
  name: "POSPrinter",
  sharing: "exclusive",
  statusNames: PRINTER_STATUS,
  extendedNames: PRINTER_EXTENDED,
  outputOf: (command) => (command.type === "print" ? command.jobId : command.kickId),
  meaningOf,
};

const outputErrors: { readonly [reason in Reason]: UposError } = {
  "paper-out": extendedError(PRINTER_EXTENDED.EPTR_REC_EMPTY),
  "cover-open": extendedError(PRINTER_EXTENDED.EPTR_COVER_OPEN),
  cutter: uposError("E_FAILURE"),
  offline: uposError("E_OFFLINE"),
  "no-answer": uposError("E_NOHARDWARE"),
  "link-lost": uposError("E_NOHARDWARE"),
};

function meaningOf(signal: PrinterSignal): Meaning {
  switch (signal.type) {
    case "StatusUpdate":
      return {
        type: "status",
        statuses: statusesOf(signal.status),
        hardware: hardwareOf(signal.status),
      };
    case "OutputComplete":
      return { type: "outputComplete", id: signal.jobId };
    case "OutputError":
      return { type: "outputError", id: signal.jobId, error: outputErrors[signal.reason] };
    case "DrawerKicked":
      return { type: "outputComplete", id: signal.kickId };
    case "DrawerKickFailed":
      return { type: "outputError", id: signal.kickId, error: uposError("E_FAILURE") };
    case "PrinterNoise":
    case "Unprintable":
      return nothing;
  }
}

function statusesOf(status: PrinterStatus): readonly number[] {
  if (status.state === "no-answer") return [];
  const { coverOpen, recEmpty, recNearEnd } = status;
  const { PTR_SUE_REC_EMPTY, PTR_SUE_REC_NEAREMPTY, PTR_SUE_REC_PAPEROK } = PRINTER_STATUS;
  const full = recNearEnd ? PTR_SUE_REC_NEAREMPTY : PTR_SUE_REC_PAPEROK;
  return [
    coverOpen ? PRINTER_STATUS.PTR_SUE_COVER_OPEN : PRINTER_STATUS.PTR_SUE_COVER_OK,
    recEmpty ? PTR_SUE_REC_EMPTY : full,
  ];
}

/** The cause that a person can remove first: an open cover may also read as paper out. */
function hardwareOf(status: PrinterStatus): UposError {
  if (status.state === "no-answer") return uposError("E_NOHARDWARE");
  if (status.coverOpen) return outputErrors["cover-open"];
  if (status.recEmpty) return outputErrors["paper-out"];
  if (status.cutterError) return outputErrors.cutter;
  return status.state === "offline" ? outputErrors.offline : success;
}
