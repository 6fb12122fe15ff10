import { count, object, oneOf } from "./requests.ts";

export interface UsbBody {
  readonly plugged?: boolean;
  /** The next data transfer that way ends with STALL. */
  readonly stall?: "in" | "out";
  /** The device takes nothing for so long. */
  readonly nakMs?: number;
  /** With `nakMs`: not at once, but when so many bytes more have come. */
  readonly nakAfterBytes?: number;
  /** The device sends nothing for so long, and then all that it had to say. */
  readonly muteMs?: number;
  /** The next so many transfers to the host end without a byte. */
  readonly emptyPackets?: number;
  /** Until the cable is pulled, what goes to the host goes in packets of so many bytes. */
  readonly packetBytes?: number;
  /** The cable is pulled when so many bytes more have come, in the middle of a transfer. */
  readonly unplugAfterBytes?: number;
}

export const usbSchema = {
  ...object({
    plugged: { type: "boolean" },
    stall: oneOf("in", "out"),
    nakMs: count(0, 60_000),
    nakAfterBytes: count(1, 1_000_000),
    muteMs: count(0, 60_000),
    emptyPackets: count(0, 1000),
    packetBytes: count(1, 512),
    unplugAfterBytes: count(0, 1_000_000),
  }),
  minProperties: 1,
  // Not `dependencies`, which OpenAPI 3.1 (JSON Schema 2020-12) no longer knows.
  anyOf: [{ required: ["nakMs"] }, { not: { required: ["nakAfterBytes"] } }],
};
