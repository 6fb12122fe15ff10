/// <reference types="w3c-web-usb" />
/** What a link needs of the package `usb`, which follows WebUSB. */

export interface UsbBinding {
  readonly usb: { getDevices(): Promise<readonly UsbDevice[]> };
}

export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
  /** Bus number in digits. */
  readonly bus: string;
  /** The device's number on its bus. */
  readonly address: number;
  /** Sockets from the root hub on. */
  readonly ports: readonly number[];
  /** The active one; reading it asks the device for its strings, and throws when it refuses. */
  readonly configuration: UsbConfiguration | null;
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  releaseInterface(interfaceNumber: number): Promise<void>;
  selectAlternateInterface(interfaceNumber: number, alternateSetting: number): Promise<void>;
  detachKernelDriver(interfaceNumber: number): Promise<void>;
  attachKernelDriver(interfaceNumber: number): Promise<void>;
  /**
   * Rejects with the words below. What a transfer moved before it was rejected is not told.
   *
   * @param timeoutMs WebUSB has none; the package's default is 1000
   */
  transferIn(
    endpointNumber: number,
    length: number,
    timeoutMs: number,
  ): Promise<{ readonly data?: DataView | undefined }>;
  transferOut(
    endpointNumber: number,
    data: Uint8Array<ArrayBuffer>,
    timeoutMs: number,
  ): Promise<{ readonly bytesWritten: number }>;
  controlTransferOut(setup: UsbSetup, data: Uint8Array<ArrayBuffer>): Promise<unknown>;
  clearHalt(direction: "in" | "out", endpointNumber: number): Promise<void>;
}

export interface UsbSetup {
  readonly requestType: "class";
  readonly recipient: "interface";
  readonly request: number;
  readonly value: number;
  readonly index: number;
}

export interface UsbConfiguration {
  readonly configurationValue: number;
  readonly interfaces: readonly UsbInterface[];
}

export interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternates: readonly UsbAlternate[];
}

export interface UsbAlternate {
  readonly alternateSetting: number;
  readonly interfaceClass: number;
  readonly interfaceSubclass: number;
  readonly interfaceProtocol: number;
  readonly endpoints: readonly UsbEndpoint[];
}

export interface UsbEndpoint {
  readonly endpointNumber: number;
  readonly direction: "in" | "out";
  readonly type: string;
  readonly packetSize: number;
}

/** How a transfer failed; the package tells it only in the words of its errors. */
export type UsbFailure = "timed-out" | "stall" | "other";

/** Source: `usb` 3.1.0, whose words end in the name of nusb's `TransferError`. */
export function failureOf(error: unknown): UsbFailure {
  const words = wordsOf(error);
  if (/\bCancelled\b/.test(words)) return "timed-out";
  return /\bStall\b/.test(words) ? "stall" : "other";
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
