/**
 * A HID device with one report each way and no numbers for them. It has no endpoint from the host:
 * output reports come by SET_REPORT.
 *
 * Source: HID 1.11, sections 6.2 and 7.2.
 */
import { HidFace, SET_REPORT } from "./hid-face.ts";
import type { Setup } from "./protocol.ts";

/** `wValue` of an output report without a number. */
const OUTPUT_REPORT = 0x0200;
const UNNUMBERED = 0;
const mainItems = { input: 0x81, output: 0x91 } as const;

/** Bytes of 8 bits, `count` of them, in a report descriptor. */
export const reportField = (way: keyof typeof mainItems, usage: number, count: number) => [
  ...[0x09, usage, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08],
  ...[0x95, count, mainItems[way], 0x02],
];

export class UnnumberedFace extends HidFace {
  protected override answer({ request, value }: Setup, data: Uint8Array): Uint8Array | null {
    if (request !== SET_REPORT || value !== OUTPUT_REPORT) return null;
    this.hear(value >> 8, Uint8Array.of(UNNUMBERED, ...data));
    return new Uint8Array();
  }
}
