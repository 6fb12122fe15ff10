import type { ScaleCommand, ScaleSignal, WeightReason } from "#drivers/scales/signal.ts";
import { type DeviceClass, type Meaning, plainClass } from "#drivers/upos/device-class.ts";
import { extendedError, success, type UposError, uposError } from "#drivers/upos/error.ts";
import { capabilities } from "#drivers/upos/properties.ts";
import { SCALE_EXTENDED, SCALE_NOTIFY, SCALE_STATUS } from "#drivers/wire/upos.ts";

/**
 * A scale that is asked for one weight at a time. It is not watched between two questions, so the
 * statuses that StatusNotify asks for are those of the last answer.
 */
export const scale: DeviceClass<ScaleCommand, ScaleSignal> = {
  ...plainClass,
  name: "Scale",
  sharing: "exclusive",
  statusNames: SCALE_STATUS,
  extendedNames: SCALE_EXTENDED,
  properties: {
    ...capabilities({
      ...{ CapStatusUpdate: true, CapTareWeight: false, CapZeroScale: false },
      ...{ CapPriceCalculating: false, CapDisplay: false, CapDisplayText: false },
    }),
    StatusNotify: {
      initial: SCALE_NOTIFY.SCAL_SN_DISABLED,
      needs: "open",
      settable: "whileDisabled",
    },
  },
  statistics: ["GoodWeightReadCount"],
  tillSettings: { StatusNotify: SCALE_NOTIFY.SCAL_SN_ENABLED },
  tellsStatus: ({ StatusNotify }) => StatusNotify === SCALE_NOTIFY.SCAL_SN_ENABLED,
  outputOf: ({ readId }) => ({ id: readId, good: { GoodWeightReadCount: 1 }, failed: {} }),
  meaningsOf(signal) {
    const { readId: id } = signal;
    if (signal.type === "Weight") return [status(weightStatus(signal.grams)), done(id)];
    const { error, says } = reasons[signal.reason];
    return [...(says === null ? [] : [status(says)]), { type: "outputError", id, error }];
  },
};

const done = (id: string): Meaning => ({ type: "outputComplete", id });

/** The goods are what is wrong, if anything: the scale itself works. */
const status = (says: number): Meaning => {
  return { type: "status", statuses: [says], properties: {}, hardware: success };
};

const weightStatus = (grams: number) =>
  grams === 0 ? SCALE_STATUS.SCAL_SUE_WEIGHT_ZERO : SCALE_STATUS.SCAL_SUE_STABLE_WEIGHT;

/** Null: it says nothing of what lies on the scale. */
interface Meant {
  readonly error: UposError;
  readonly says: number | null;
}

/** A weight that never came to rest took too long. */
const reasons: { readonly [reason in WeightReason]: Meant } = {
  unstable: { error: uposError("E_TIMEOUT"), says: SCALE_STATUS.SCAL_SUE_WEIGHT_UNSTABLE },
  overweight: {
    error: extendedError(SCALE_EXTENDED.ESCAL_OVERWEIGHT),
    says: SCALE_STATUS.SCAL_SUE_WEIGHT_OVERWEIGHT,
  },
  "under-zero": {
    error: extendedError(SCALE_EXTENDED.ESCAL_UNDER_ZERO),
    says: SCALE_STATUS.SCAL_SUE_WEIGHT_UNDER_ZERO,
  },
  unreadable: { error: uposError("E_FAILURE"), says: SCALE_STATUS.SCAL_SUE_NOT_READY },
  "no-answer": { error: uposError("E_NOHARDWARE"), says: null },
  superseded: { error: uposError("E_FAILURE"), says: null },
  "link-lost": { error: uposError("E_NOHARDWARE"), says: null },
};
