import type { Sighting } from "#drivers/discovery/sighting.ts";

/**
 * What the till and the device process say to each other. Links live over there because a native
 * binding can abort its process when a device is pulled out; drivers stay on this side.
 */
export type LinkId = string;

/**
 * Where a device is. `path` is a serial port such as `/dev/ttyACM0` or `COM3`; or it is the device
 * behind the port, whatever number the port has by the time it is opened.
 */
export interface SerialAddress {
  readonly link: "serial";
  readonly path: string | SerialDevice;
  readonly baudRate: number;
  /** Eight, without parity, when left out; Toledo scales speak seven with even parity. */
  readonly dataBits?: 7 | 8;
  readonly parity?: "none" | "even" | "odd";
}

/** What must be true of the device behind a serial port; at least one of its fields is given. */
export interface SerialDevice {
  readonly vendorId?: number;
  readonly productId?: number;
  /** Which of several alike. */
  readonly serialNumber?: string;
  /** Its socket: bus, hubs and socket, such as `1-1.4`; or the place of a port of the machine. */
  readonly portPath?: string;
}

/**
 * Where a HID device is. Each `data` is one whole input report, with its id where reports are
 * numbered. Each write is `[report type, report id, …data]`: type 2 output, 3 feature.
 */
export interface HidAddress {
  readonly link: "hid";
  readonly vendorId: number;
  readonly productId: number;
  /** Which of several alike. */
  readonly serialNumber?: string;
  /** Which of several alike, by its socket: bus, hubs and socket, such as `1-1.4`. */
  readonly portPath?: string;
  /** Which of the interfaces: 0x8C is the bar code scanner's. */
  readonly usagePage?: number;
  /** Where a page serves several kinds of devices: any of these of its usages. */
  readonly usages?: readonly number[];
  /** The system's own name of the interface; with it, the other fields must agree as well. */
  readonly path?: string;
}

/** A device on the network, such as a printer on port 9100. */
export interface TcpAddress {
  readonly link: "tcp";
  readonly host: string;
  readonly port: number;
}

/**
 * A USB device that is driven without the system's own driver for it. A printer's bytes go both
 * ways as they are; each `data` of a keyboard is the time at which a report was read, in four bytes
 * as milliseconds, little-endian, and the report; nothing is written to it.
 */
export interface UsbAddress {
  readonly link: "usb";
  readonly vendorId: number;
  readonly productId: number;
  /** Which of several alike. */
  readonly serialNumber?: string;
  /** Which of several alike, by its socket: bus, hubs and socket, such as `1-1.4`. */
  readonly portPath?: string;
  /** Which of its interfaces is meant. */
  readonly serves: "printer" | "keyboard";
}

export type LinkAddress = SerialAddress | HidAddress | TcpAddress | UsbAddress;

/** `ping` is answered by `pong`, by a process that is alive. */
export type ToDevices = ToLinks | ToWatches | { readonly type: "ping" };

export type ToLinks =
  | { readonly type: "open"; readonly id: LinkId; readonly address: LinkAddress }
  | { readonly type: "write"; readonly id: LinkId; readonly bytes: Uint8Array }
  | { readonly type: "close"; readonly id: LinkId };

/** Until `unwatch`, what is at an address is told: at once, and whenever it changes. */
export type ToWatches =
  | { readonly type: "watch"; readonly id: LinkId; readonly address: LinkAddress }
  | { readonly type: "unwatch"; readonly id: LinkId };

export type FromDevices = FromLinks | FromWatches | { readonly type: "pong" };

export type FromLinks =
  | { readonly type: "opened"; readonly id: LinkId }
  | { readonly type: "data"; readonly id: LinkId; readonly bytes: Uint8Array }
  /** The link is gone, or never came to be; `reason` is the system's own words. */
  | { readonly type: "closed"; readonly id: LinkId; readonly reason: string | null };

export interface FromWatches {
  readonly type: "sighted";
  readonly id: LinkId;
  readonly sighting: Sighting;
}
