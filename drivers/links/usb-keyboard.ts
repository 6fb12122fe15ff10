import type { UsbDevice } from "#drivers/links/usb-binding.ts";

const SET_IDLE = 0x0a;
const SET_PROTOCOL = 0x0b;
const BOOT_PROTOCOL = 0;
/** A report only when something has changed. */
const NEVER_REPEAT = 0;

/**
 * Asks a keyboard for the eight bytes that a boot keyboard sends, whatever its report descriptor
 * says. One that refuses is read all the same: scanners often know one way of reporting only.
 *
 * Source: HID 1.11, sections 7.2.4 and 7.2.6, appendix B.1.
 */
export async function askForBootReports(device: UsbDevice, interfaceNumber: number): Promise<void> {
  for (const [request, value] of [
    [SET_PROTOCOL, BOOT_PROTOCOL],
    [SET_IDLE, NEVER_REPEAT],
  ] as const) {
    const setup = { requestType: "class", recipient: "interface", request, value } as const;
    const asked = device.controlTransferOut({ ...setup, index: interfaceNumber }, new Uint8Array());
    await asked.catch(() => null);
  }
}

/**
 * Puts before each report when it was read: milliseconds since the first call, four bytes,
 * little-endian. The rhythm tells a scanner from a person, and only here it is not yet blurred by
 * what else the till is doing.
 */
export function stamping(): (report: Uint8Array) => Uint8Array {
  const began = performance.now();
  return (report) => {
    const stamped = new Uint8Array(4 + report.length);
    new DataView(stamped.buffer).setUint32(0, performance.now() - began, true);
    stamped.set(report, 4);
    return stamped;
  };
}
