import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import { isKickable } from "#drivers/printers/kick.ts";
import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { type DeviceClass, type Meaning, plainClass } from "#drivers/upos/device-class.ts";
import { success, type UposError, uposError } from "#drivers/upos/error.ts";
import { capabilities } from "#drivers/upos/properties.ts";
import { DRAWER_STATUS } from "#drivers/wire/upos.ts";

const common = {
  ...plainClass,
  name: "CashDrawer",
  sharing: "shareable",
  statusNames: DRAWER_STATUS,
  properties: { DrawerOpened: { initial: false, needs: "enabled" } },
  statistics: ["DrawerGoodOpenCount", "DrawerFailedOpenCount"],
} as const;

const outputOf = (kickId: string) => ({
  id: kickId,
  good: { DrawerGoodOpenCount: 1 },
  failed: { DrawerFailedOpenCount: 1 },
});

/** A drawer with a line of its own: no claim is needed, and another's claim shuts it. */
export const cashDrawer: DeviceClass<DrawerCommand, DrawerSignal> = {
  ...common,
  outputOf: ({ kickId }) => outputOf(kickId),
  meaningsOf: (signal) =>
    signal.type === "DrawerSensed" ? [sensed(signal.open, success)] : ended(signal),
};

/**
 * The drawer on a printer's connector: a device of its own, which works when its printer does, and
 * also without paper or under an open cover. What else the printer has against it has no number
 * among the drawer's errors and is told as off line.
 */
export const printerDrawer: DeviceClass<PrinterCommand, PrinterSignal> = {
  ...common,
  properties: {
    ...capabilities({ CapStatus: true, CapStatusMultiDrawerDetect: false }),
    ...common.properties,
  },
  outputOf: (command) => (command.type === "openDrawer" ? outputOf(command.kickId) : null),
  meaningsOf: (signal) =>
    signal.type === "StatusUpdate" ? reported(signal.status) : ended(signal),
};

function ended(signal: DrawerSignal | PrinterSignal): readonly Meaning[] {
  switch (signal.type) {
    case "DrawerKicked":
      return [{ type: "outputComplete", id: signal.kickId }];
    case "DrawerKickFailed":
      return [{ type: "outputError", id: signal.kickId, error: uposError("E_FAILURE") }];
    default:
      return [];
  }
}

function reported(status: PrinterStatus): readonly Meaning[] {
  const { state, drawer } = status;
  const hardware = isKickable(status) ? success : uposError("E_OFFLINE");
  const said = state === "no-answer" ? uposError("E_NOHARDWARE") : hardware;
  // Where nobody knows, neither status holds.
  return state === "no-answer" || drawer === "unknown"
    ? [{ type: "status", statuses: [], properties: {}, hardware: said }]
    : [sensed(drawer === "open", said)];
}

function sensed(isOpen: boolean, hardware: UposError): Meaning {
  const { CASH_SUE_DRAWEROPEN, CASH_SUE_DRAWERCLOSED } = DRAWER_STATUS;
  const statuses = [isOpen ? CASH_SUE_DRAWEROPEN : CASH_SUE_DRAWERCLOSED];
  return { type: "status", statuses, properties: { DrawerOpened: isOpen }, hardware };
}
