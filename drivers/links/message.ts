/**
 * What the till and the device process say to each other. Links live over there because a native
 * binding can abort its process when a device is pulled out; drivers stay on this side.
 */
export type LinkId = string;

/** Where a device is. `path` is a serial port such as `/dev/ttyACM0`, or `COM3`. */
export interface SerialAddress {
  readonly link: "serial";
  readonly path: string;
  readonly baudRate: number;
}

/** A device on the network, such as a printer on port 9100. */
export interface TcpAddress {
  readonly link: "tcp";
  readonly host: string;
  readonly port: number;
}

export type LinkAddress = SerialAddress | TcpAddress;

export type ToDevices =
  | { readonly type: "open"; readonly id: LinkId; readonly address: LinkAddress }
  | { readonly type: "write"; readonly id: LinkId; readonly bytes: Uint8Array }
  | { readonly type: "close"; readonly id: LinkId };

export type FromDevices =
  | { readonly type: "opened"; readonly id: LinkId }
  | { readonly type: "data"; readonly id: LinkId; readonly bytes: Uint8Array }
  /** The link is gone, or never came to be; `reason` is the system's own words. */
  | { readonly type: "closed"; readonly id: LinkId; readonly reason: string | null };
