import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import type { DeviceClass, Meaning } from "#drivers/upos/device-class.ts";
import { success, uposError } from "#drivers/upos/error.ts";
import { DRAWER_STATUS } from "#drivers/wire/upos.ts";

/** A drawer with a line of its own: no claim is needed, and another's claim shuts it. */
export const cashDrawer: DeviceClass<DrawerCommand, DrawerSignal> = {
  name: "CashDrawer",
  sharing: "shareable",
  statusNames: DRAWER_STATUS,
  extendedNames: {},
  outputOf: ({ kickId }) => kickId,
  meaningOf,
};

function meaningOf(signal: DrawerSignal): Meaning {
  switch (signal.type) {
    case "DrawerSensed": {
      const { CASH_SUE_DRAWEROPEN, CASH_SUE_DRAWERCLOSED } = DRAWER_STATUS;
      const status = signal.open ? CASH_SUE_DRAWEROPEN : CASH_SUE_DRAWERCLOSED;
      return { type: "status", statuses: [status], hardware: success };
    }
    case "DrawerKicked":
      return { type: "outputComplete", id: signal.kickId };
    case "DrawerKickFailed":
      return { type: "outputError", id: signal.kickId, error: uposError("E_FAILURE") };
  }
}
