import type { PrinterModel } from "#drivers/printers/model.ts";
import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import {
  type DeviceClass,
  type Meaning,
  type OutputPlan,
  plainClass,
} from "#drivers/upos/device-class.ts";
import {
  extendedError,
  isSuccess,
  success,
  type UposError,
  uposError,
} from "#drivers/upos/error.ts";
import type { UposEvent } from "#drivers/upos/event-queue.ts";
import { errorName } from "#drivers/upos/names.ts";
import {
  type ClassProperties,
  capabilities,
  type PropertyValues,
} from "#drivers/upos/properties.ts";
import {
  ERROR_CODE,
  POWER_REPORTING,
  PRINTER_ERROR_LEVEL,
  PRINTER_EXTENDED,
  PRINTER_STATION,
  PRINTER_STATUS,
} from "#drivers/wire/upos.ts";
import type { Block, ReceiptDocument } from "#state/base/document.ts";

type Reason = Extract<PrinterSignal, { type: "OutputError" }>["reason"];

/**
 * A receipt printer; the drawer on its connector is a `printerDrawer`. It answers real-time
 * questions also when it is off line, so that silence is a printer that is off or detached.
 */
export const posPrinter = (model: PrinterModel): DeviceClass<PrinterCommand, PrinterSignal> => ({
  ...plainClass,
  name: "POSPrinter",
  sharing: "exclusive",
  capPowerReporting: POWER_REPORTING.PR_ADVANCED,
  statusNames: PRINTER_STATUS,
  extendedNames: PRINTER_EXTENDED,
  properties: propertiesFor(model),
  statistics: [
    ...["ReceiptLinePrintedCount", "BarcodePrintedCount", "PaperCutCount"],
    ...["ReceiptCoverOpenCount", "PrinterFaultCount"],
  ],
  idleStatus: PRINTER_STATUS.PTR_SUE_IDLE,
  outputOf: (command) => (command.type === "print" ? planOf(command, model) : null),
  meaningsOf,
  countsOf: (status) =>
    status === PRINTER_STATUS.PTR_SUE_COVER_OPEN ? { ReceiptCoverOpenCount: 1 } : {},
  propertiesOf,
});

/** Widths in the model's dots and font A. */
function propertiesFor({ columns, paperDots, cut, mayBeAsked }: PrinterModel): ClassProperties {
  const flag = { initial: false, needs: "enabled" } as const;
  return {
    ...capabilities({
      ...{ CapRecPresent: true, CapJrnPresent: false, CapSlpPresent: false },
      ...{ CapCoverSensor: mayBeAsked, CapRecEmptySensor: mayBeAsked },
      ...{ CapRecNearEndSensor: mayBeAsked, CapRecPapercut: cut !== "none" },
      ...{ CapRecPageMode: false, CapTransaction: false },
    }),
    ...{ CoverOpen: flag, RecEmpty: flag, RecNearEnd: flag },
    RecLineChars: { initial: columns, needs: "enabled" },
    RecLineWidth: { initial: paperDots, needs: "enabled" },
    ErrorLevel: { initial: PRINTER_ERROR_LEVEL.PTR_EL_NONE, needs: "open" },
    ErrorStation: { initial: 0, needs: "open" },
    ErrorString: { initial: "", needs: "open" },
  };
}

function planOf(
  { jobId, document }: Extract<PrinterCommand, { type: "print" }>,
  { cut }: PrinterModel,
): OutputPlan {
  const good = {
    ReceiptLinePrintedCount: linesOf(document),
    BarcodePrintedCount: count(document, "barcode", "qr"),
    PaperCutCount: cut === "none" ? 0 : 1,
  };
  return { id: jobId, good, failed: { PrinterFaultCount: 1 } };
}

/** Lines as they are written; those that only wrapping makes are not counted. */
const linesOf = (document: ReceiptDocument) => count(document, "text", "row", "columns", "rule");

const count = ({ blocks }: ReceiptDocument, ...kinds: readonly Block["kind"][]) =>
  blocks.filter(({ kind }) => kinds.includes(kind)).length;

const outputErrors: { readonly [reason in Reason]: UposError } = {
  "paper-out": extendedError(PRINTER_EXTENDED.EPTR_REC_EMPTY),
  "cover-open": extendedError(PRINTER_EXTENDED.EPTR_COVER_OPEN),
  cutter: uposError("E_FAILURE"),
  offline: uposError("E_OFFLINE"),
  "no-answer": uposError("E_NOHARDWARE"),
  "link-lost": uposError("E_NOHARDWARE"),
};

function meaningsOf(signal: PrinterSignal): readonly Meaning[] {
  switch (signal.type) {
    case "StatusUpdate": {
      const { status } = signal;
      const { coverOpen: CoverOpen, recEmpty: RecEmpty, recNearEnd: RecNearEnd } = status;
      const statuses = statusesOf(status);
      const properties = { CoverOpen, RecEmpty, RecNearEnd };
      return [{ type: "status", statuses, properties, hardware: hardwareOf(status) }];
    }
    case "OutputComplete":
      return [{ type: "outputComplete", id: signal.jobId }];
    case "OutputError":
      return [{ type: "outputError", id: signal.jobId, error: outputErrors[signal.reason] }];
    default:
      return [];
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

/** Fatal is what no hand at the counter mends: a failure, which is told as the cutter's. */
function propertiesOf(event: UposEvent<PrinterSignal>): PropertyValues {
  if (event.type !== "ErrorEvent" || isSuccess(event.error)) return {};
  const { PTR_EL_FATAL, PTR_EL_RECOVERABLE } = PRINTER_ERROR_LEVEL;
  const isFatal = event.error.code === ERROR_CODE.E_FAILURE;
  return {
    ErrorLevel: isFatal ? PTR_EL_FATAL : PTR_EL_RECOVERABLE,
    ErrorStation: PRINTER_STATION.PTR_S_RECEIPT,
    ErrorString: errorName(event.error, PRINTER_EXTENDED),
  };
}
