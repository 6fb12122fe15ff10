/** What a listing of the machine shows of one device, before anybody knows what it is. */
export interface Found {
  readonly kind: "serial" | "hid" | "usb";
  /**
   * What stays when the device is unplugged and comes back: `usb:0c2e:0b61:SERIAL`, or
   * `usb:0c2e:0b61@1-1.4` where it has no serial number or shares it with a twin, or
   * `port:pnp0/00:04` for a port of the machine itself. Never a device file's number.
   */
  readonly identity: string;
  /** The device file of the moment, such as `/dev/ttyACM0`: good until the next replug. */
  readonly node: string | null;
  /** Four lower-case hex digits each; null where there is no USB behind it. */
  readonly usb: { readonly vendor: string; readonly product: string } | null;
  /** The device's own serial number string; null when it has none. */
  readonly serial: string | null;
  /** Maker and product as the device calls itself; empty when it is silent. */
  readonly title: string;
  /** The physical port: hub and socket numbers such as `1-1.4`, or the bus address. */
  readonly portPath: string;
  /** USB interface classes: 3 is HID, 7 printer, 255 the maker's own. */
  readonly interfaceClasses: readonly number[];
  /** Top-level collections of a HID report descriptor. */
  readonly usages: readonly Usage[];
  /** Whether this user may read and write `node`; null where there is no node. */
  readonly isOpenToUs: boolean | null;
}

export interface Usage {
  readonly page: number;
  readonly usage: number;
}

const GENERIC_DESKTOP_PAGE = 1;
const KEYBOARD_USAGE = 6;

/** A scanner that types is one too; which keyboards are scanners, their ids must tell. */
export function isKeyboard({ usages }: Pick<Found, "usages">): boolean {
  return usages.some(
    ({ page, usage }) => page === GENERIC_DESKTOP_PAGE && usage === KEYBOARD_USAGE,
  );
}

export interface Changes {
  readonly gone: readonly Found[];
  readonly come: readonly Found[];
}

/**
 * What was unplugged and plugged in between two listings. A device that comes back under another
 * node is both: whoever held the old node holds nothing.
 */
export function changesBetween(before: readonly Found[], after: readonly Found[]): Changes {
  const old = new Set(before.map(presence));
  const fresh = new Set(after.map(presence));
  return {
    gone: before.filter((each) => !fresh.has(presence(each))),
    come: after.filter((each) => !old.has(presence(each))),
  };
}

const presence = ({ kind, identity, node }: Found) => `${kind} ${identity} ${node}`;
