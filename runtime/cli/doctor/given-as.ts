import { type Found, isKeyboard } from "#drivers/discovery/found.ts";
import type { KnownDevice } from "#drivers/discovery/known-devices.ts";
import { POSIFLEX_USAGE_PAGE } from "#drivers/wire/drawers.ts";
import { USAGE_PAGE_SCANNER } from "#drivers/wire/hid-pos.ts";

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

const driven: readonly number[] = [USAGE_PAGE_SCANNER, POSIFLEX_USAGE_PAGE];

/** The identity, which any socket keeps, under the name of the link that opens it. */
function addressOf(device: Found): string | null {
  const { kind, identity, usb, usages } = device;
  if (kind === "serial") return quoted(identity.replace(/^usb:/, "serial:"));
  if (kind === "usb") return quoted(identity);
  if (usb === null) return null;
  if (isKeyboard(device)) return quoted(identity.replace(/^usb:/, "wedge:"));
  return usages.some(({ page }) => driven.includes(page))
    ? quoted(identity.replace(/^usb:/, "hid:"))
    : null;
}

/** As a shell takes it. */
const quoted = (address: string) => (/^[\w:@./-]+$/.test(address) ? address : `"${address}"`);
