/**
 * USB/IP as Linux's `vhci-hcd` speaks it: what may be said, and the bytes of what the server says.
 * All numbers of its headers are big-endian; the eight bytes of a USB set-up packet are not.
 *
 * Source: Documentation/usb/usbip_protocol.rst of Linux 6.1, protocol 1.1.1; marked values were
 * observed from `vhci-hcd` 6.1.
 */

export const USBIP_VERSION = 0x0111;
export const OP_REQ_DEVLIST = 0x8005;
export const OP_REP_DEVLIST = 0x0005;
export const OP_REQ_IMPORT = 0x8003;
export const OP_REP_IMPORT = 0x0003;

export const USBIP_CMD_SUBMIT = 1;
export const USBIP_CMD_UNLINK = 2;
export const USBIP_RET_SUBMIT = 3;
export const USBIP_RET_UNLINK = 4;

/** A URB header is always this long, whatever it carries. */
export const URB_HEADER_BYTES = 48;
export const OPERATION_HEADER_BYTES = 8;
export const BUSID_BYTES = 32;
const PATH_BYTES = 256;
const RECORD_BYTES = 312;

/** The negative error numbers of Linux that a transfer may end with. */
export const EPIPE = -32; // the endpoint answered STALL
export const ECONNRESET = -104; // unlinked before it was done
export const ENOMEM = -12;

/** USB 2.0, table 9-2. Numbers are already in this machine's order. */
export interface Setup {
  readonly requestType: number;
  readonly request: number;
  readonly value: number;
  readonly index: number;
  readonly length: number;
}

/** A transfer that the host wants done. `data` is what goes out; empty for a transfer in. */
export interface Submit {
  readonly kind: "submit";
  readonly seqnum: number;
  readonly isIn: boolean;
  /** 0 is the control endpoint. */
  readonly endpoint: number;
  /** Bytes to send, or room for bytes to receive. */
  readonly length: number;
  readonly setup: Setup;
  readonly data: Uint8Array;
}

/** The host gives a transfer up; it is answered in every case, or the host's kernel hangs. */
export interface Unlink {
  readonly kind: "unlink";
  readonly seqnum: number;
  readonly victim: number;
}

export type HostMessage =
  | { readonly kind: "list" }
  | { readonly kind: "import"; readonly busid: string }
  | Submit
  | Unlink
  /** Not this protocol, or out of bounds: nothing can be read after it. */
  | { readonly kind: "broken"; readonly why: string };

/** A device as the server lists it. */
export interface Exported {
  readonly busid: string;
  readonly busnum: number;
  readonly devnum: number;
  /** 2 is full speed, 3 high. */
  readonly speed: 2 | 3;
  readonly vendorId: number;
  readonly productId: number;
  readonly release: number;
  readonly deviceClass: readonly [number, number, number];
  readonly interfaces: readonly (readonly [number, number, number])[];
}

/** The answer to a list, after which the server hangs up. */
export function listReply(devices: readonly Exported[]): Uint8Array {
  const count = new DataView(new ArrayBuffer(4));
  count.setUint32(0, devices.length);
  const parts = devices.flatMap((device) => [
    record(device),
    ...device.interfaces.map((triple) => Uint8Array.of(...triple, 0)),
  ]);
  return joined([operation(OP_REP_DEVLIST, 0), new Uint8Array(count.buffer), ...parts]);
}

/** The answer to an import; null refuses it. */
export function importReply(device: Exported | null): Uint8Array {
  if (device === null) return operation(OP_REP_IMPORT, 1);
  return joined([operation(OP_REP_IMPORT, 0), record(device)]);
}

export interface Result {
  readonly seqnum: number;
  /** 0, or one of the negative error numbers. */
  readonly status: number;
  /** Bytes moved, either way. */
  readonly moved: number;
  /** What was received from the device; empty when bytes went out. */
  readonly data: Uint8Array;
}

export function submitReply({ seqnum, status, moved, data }: Result): Uint8Array {
  const header = new DataView(new ArrayBuffer(URB_HEADER_BYTES));
  header.setUint32(0, USBIP_RET_SUBMIT);
  header.setUint32(4, seqnum);
  header.setInt32(20, status);
  header.setUint32(24, moved);
  return joined([new Uint8Array(header.buffer), data]);
}

export function unlinkReply(seqnum: number, status: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(URB_HEADER_BYTES));
  header.setUint32(0, USBIP_RET_UNLINK);
  header.setUint32(4, seqnum);
  header.setInt32(20, status);
  return new Uint8Array(header.buffer);
}

function operation(code: number, status: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(OPERATION_HEADER_BYTES));
  header.setUint16(0, USBIP_VERSION);
  header.setUint16(2, code);
  header.setUint32(4, status);
  return new Uint8Array(header.buffer);
}

function record(device: Exported): Uint8Array {
  const bytes = new Uint8Array(RECORD_BYTES);
  const view = new DataView(bytes.buffer);
  const text = new TextEncoder();
  text.encodeInto(`/sys/devices/guitai/${device.busid}`, bytes.subarray(0, PATH_BYTES - 1));
  text.encodeInto(device.busid, bytes.subarray(PATH_BYTES, PATH_BYTES + BUSID_BYTES - 1));
  view.setUint32(288, device.busnum);
  view.setUint32(292, device.devnum);
  view.setUint32(296, device.speed);
  view.setUint16(300, device.vendorId);
  view.setUint16(302, device.productId);
  view.setUint16(304, device.release);
  bytes.set([...device.deviceClass, 1, 1, device.interfaces.length], 306);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
