import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import { type DeviceClass, plainClass } from "#drivers/upos/device-class.ts";
import { DISPLAY_EXTENDED } from "#drivers/wire/upos.ts";

/** A customer display. It never answers: what is written is shown, or nobody knows. */
export const lineDisplay: DeviceClass<DisplayCommand, DisplaySignal> = {
  ...plainClass,
  name: "LineDisplay",
  sharing: "exclusive",
  extendedNames: DISPLAY_EXTENDED,
  statistics: ["OnlineTransitionCount"],
};
