import { type Found, isKeyboard, type Usage } from "#drivers/discovery/found.ts";
import type { KnownDevice } from "#drivers/discovery/known-devices.ts";
import { POSIFLEX_USAGE_PAGE } from "#drivers/wire/drawers.ts";
import { USAGE_PAGE_SCANNER } from "#drivers/wire/hid-pos.ts";
import { OEM_HAND_SCANNER, OEM_TABLE_SCANNER, OEM_USAGE_PAGE } from "#drivers/wire/usb-oem.ts";

/**
 * How a listed device is given to `guitai run`, so that nobody has to spell it:
 * `--scanner hid:0c2e:0b61:S1`. Of a port that nobody knows the address alone, because any device
 * may hang on it; null for what no driver here opens.
 */
export function givenAs(device: Found, known: Pick<KnownDevice, "class"> | null): string | null {
  const address = addressOf(device);
  if (address === null) return null;
  if (known !== null) return `--${known.class} ${address}`;
  return device.kind === "serial" ? address : null;
}

/** By which name a HID device's face is opened; a scale has the page of USB-OEM scanners too. */
function hidNameOf({ page, usage }: Usage): "hid" | "oem" | null {
  if (page === USAGE_PAGE_SCANNER || page === POSIFLEX_USAGE_PAGE) return "hid";
  const isScanner = usage === OEM_HAND_SCANNER || usage === OEM_TABLE_SCANNER;
  return page === OEM_USAGE_PAGE && isScanner ? "oem" : null;
}

/** The identity, which any socket keeps, under the name of the link that opens it. */
function addressOf(device: Found): string | null {
  const { kind, identity, usb, usages } = device;
  if (kind === "serial") return quoted(identity.replace(/^usb:/, "serial:"));
  if (kind === "usb") return quoted(identity);
  if (usb === null) return null;
  if (isKeyboard(device)) return quoted(identity.replace(/^usb:/, "wedge:"));
  const name = usages.map(hidNameOf).find((each) => each !== null);
  return name === undefined ? null : quoted(identity.replace(/^usb/, name));
}

/** As a shell takes it. */
const quoted = (address: string) => (/^[\w:@./-]+$/.test(address) ? address : `"${address}"`);
