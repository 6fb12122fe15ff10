/**
 * A USB device described as data, and the descriptor bytes that a host reads from it.
 * Source: USB 2.0, sections 9.6.1 to 9.6.7.
 */

export interface UsbEndpoint {
  /** With 0x80 for an endpoint towards the host. */
  readonly address: number;
  readonly transfer: "bulk" | "interrupt";
  readonly packetBytes: number;
  /** At high speed 2^(n-1) microframes of 125 µs; 0 for bulk. */
  readonly interval: number;
}

export interface UsbInterface {
  readonly triple: readonly [number, number, number];
  /** The class's own descriptors between the interface's and its endpoints'. */
  readonly classDescriptors: readonly number[];
  readonly endpoints: readonly UsbEndpoint[];
  /** What a HID interface answers to GET_DESCRIPTOR 22h. */
  readonly reportDescriptor?: Uint8Array;
}

export interface UsbDescription {
  readonly vendorId: number;
  readonly productId: number;
  /** `bcdDevice`. */
  readonly release: number;
  readonly deviceClass: readonly [number, number, number];
  readonly maker: string;
  readonly product: string;
  readonly serial: string;
  readonly interfaces: readonly UsbInterface[];
}

const DEVICE = 0x01;
const CONFIGURATION = 0x02;
const STRING = 0x03;
const INTERFACE = 0x04;
const ENDPOINT = 0x05;
const HID = 0x21;
const HID_REPORT = 0x22;
const ENGLISH_US = 0x0409;
/** Self-powered, 100 mA from the bus at most. */
const SELF_POWERED = 0xc0;
const MAX_POWER = 50;

const le16 = (value: number) => [value & 0xff, value >> 8];

export function deviceDescriptor(device: UsbDescription): Uint8Array {
  return Uint8Array.of(
    ...[18, DEVICE, ...le16(0x0200), ...device.deviceClass, 64],
    ...[...le16(device.vendorId), ...le16(device.productId), ...le16(device.release)],
    ...[1, 2, 3, 1],
  );
}

export function configurationDescriptor(device: UsbDescription): Uint8Array {
  const body = device.interfaces.flatMap(({ triple, classDescriptors, endpoints }, number) => [
    ...[9, INTERFACE, number, 0, endpoints.length, ...triple, 0],
    ...classDescriptors,
    ...endpoints.flatMap(endpointDescriptor),
  ]);
  const head = [9, CONFIGURATION, ...le16(9 + body.length)];
  return Uint8Array.of(...head, device.interfaces.length, 1, 0, SELF_POWERED, MAX_POWER, ...body);
}

function endpointDescriptor({ address, transfer, packetBytes, interval }: UsbEndpoint): number[] {
  return [7, ENDPOINT, address, transfer === "bulk" ? 2 : 3, ...le16(packetBytes), interval];
}

/** Null for a string that the device has not. */
export function stringDescriptor(device: UsbDescription, index: number): Uint8Array | null {
  if (index === 0) return Uint8Array.of(4, STRING, ...le16(ENGLISH_US));
  const text = [device.maker, device.product, device.serial][index - 1];
  if (text === undefined) return null;
  const units = Array.from({ length: text.length }, (_, at) => le16(text.charCodeAt(at))).flat();
  return Uint8Array.of(2 + units.length, STRING, ...units);
}

/** What GET_DESCRIPTOR answers, uncut; null is a STALL. `index` is the interface for HID types. */
export function descriptor(
  device: UsbDescription,
  value: number,
  index: number,
): Uint8Array | null {
  switch (value >> 8) {
    case DEVICE:
      return deviceDescriptor(device);
    case CONFIGURATION:
      return configurationDescriptor(device);
    case STRING:
      return stringDescriptor(device, value & 0xff);
    case HID: {
      const own = device.interfaces[index];
      return own?.reportDescriptor === undefined ? null : Uint8Array.from(own.classDescriptors);
    }
    case HID_REPORT:
      return device.interfaces[index]?.reportDescriptor ?? null;
    default:
      return null;
  }
}
