import { count, object, oneOf, triggerSchema } from "./requests.ts";

/** A scan by the scanner that types: `TypingOptions` and the label. */
export const typingSchema = object(
  {
    label: triggerSchema.properties.label,
    symbology: triggerSchema.properties.symbology,
    aim: { type: "boolean" },
    layout: oneOf("us", "de", "fr"),
    interKeyMs: count(1, 1000),
    terminator: oneOf("enter", "keypad-enter", "tab", "tab-enter", "none"),
    capsLock: { type: "boolean" },
    altCodes: { type: "boolean" },
    skipsReleases: { type: "boolean" },
  },
  ["label"],
);
