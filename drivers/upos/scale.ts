import type { ScaleCommand, ScaleSignal } from "#drivers/scales/signal.ts";
import type { DeviceClass } from "#drivers/upos/device-class.ts";
import { extendedError, type UposError, uposError } from "#drivers/upos/error.ts";
import { SCALE_EXTENDED, SCALE_STATUS } from "#drivers/wire/upos.ts";

/** A scale that is asked for one weight at a time. */
export const scale: DeviceClass<ScaleCommand, ScaleSignal> = {
  name: "Scale",
  sharing: "exclusive",
  statusNames: SCALE_STATUS,
  extendedNames: SCALE_EXTENDED,
  outputOf: ({ readId }) => readId,
  meaningOf(signal) {
    const { readId: id } = signal;
    if (signal.type === "Weight") return { type: "outputComplete", id };
    return {
      type: "outputError",
      id,
      error: weightErrors[signal.reason] ?? uposError("E_FAILURE"),
    };
  },
};

/** A weight that never came to rest took too long; what is not listed is a failure. */
const weightErrors: { readonly [reason: string]: UposError } = {
  unstable: uposError("E_TIMEOUT"),
  overweight: extendedError(SCALE_EXTENDED.ESCAL_OVERWEIGHT),
  "under-zero": extendedError(SCALE_EXTENDED.ESCAL_UNDER_ZERO),
  "no-answer": uposError("E_NOHARDWARE"),
  busy: uposError("E_BUSY"),
  "link-lost": uposError("E_NOHARDWARE"),
};
