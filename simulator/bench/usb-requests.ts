import type { UsbChange } from "../ports/usbip/rack.ts";
import { count, object, oneOf } from "./requests.ts";

export const usbSchema = {
  ...object({
    plugged: { type: "boolean" },
    productId: count(0, 0xffff),
    held: { type: "boolean" },
    denied: { type: "boolean" },
    stall: oneOf("in", "out"),
    nakMs: count(0, 600_000),
    nakAfterBytes: count(1, 1_000_000),
    muteMs: count(0, 3_600_000),
    emptyPackets: count(0, 1000),
    packetBytes: count(1, 512),
    unplugAfterBytes: count(0, 1_000_000),
  } satisfies Record<keyof UsbChange, object>),
  minProperties: 1,
  // Not `dependencies`, which OpenAPI 3.1 (JSON Schema 2020-12) no longer knows.
  anyOf: [{ required: ["nakMs"] }, { not: { required: ["nakAfterBytes"] } }],
};
