import { keyboardNames } from "../devices/keyboard-keys.ts";
import { typingTerminators } from "../devices/keyboard-scanner.ts";
import { count, object, oneOf } from "./requests.ts";
import { triggerSchema } from "./scanner-requests.ts";

/** A scan by the scanner that types: `TypingOptions` and the label. */
export const typingSchema = object(
  {
    label: triggerSchema.properties.label,
    symbology: triggerSchema.properties.symbology,
    aim: { type: "boolean" },
    layout: oneOf(...keyboardNames),
    interKeyMs: count(1, 1000),
    terminator: oneOf(...typingTerminators),
    capsLock: { type: "boolean" },
    altCodes: { type: "boolean" },
    skipsReleases: { type: "boolean" },
  },
  ["label"],
);
