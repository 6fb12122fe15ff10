import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import { type DeviceClass, nothing } from "#drivers/upos/device-class.ts";
import { DISPLAY_EXTENDED } from "#drivers/wire/upos.ts";

/** A customer display. It never answers: what is written is shown, or nobody knows. */
export const lineDisplay: DeviceClass<DisplayCommand, DisplaySignal> = {
  name: "LineDisplay",
  sharing: "exclusive",
  statusNames: {},
  extendedNames: DISPLAY_EXTENDED,
  outputOf: () => null,
  meaningOf: () => nothing,
};
