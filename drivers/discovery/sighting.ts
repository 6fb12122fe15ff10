import type { Found } from "#drivers/discovery/found.ts";
import type { LinkAddress, SerialDevice } from "#drivers/links/message.ts";

/** What is at an address at this moment. */
export interface Sighting {
  /** The device file; null where there is nothing, or more than one device. */
  readonly node: string | null;
  /** What the listing shows of it; null for a port without hardware, such as a pseudo-terminal. */
  readonly device: Found | null;
  /** Where more than one device fits: the identity of each, which would tell it apart. */
  readonly alike: readonly string[];
  /**
   * Another one as soon as the device is: when it was pulled and came back, when another took its
   * place, when its file's rights changed. Empty where there is nothing.
   */
  readonly mark: string;
}

export const nothingThere: Sighting = { node: null, device: null, alike: [], mark: "" };

/** The listed devices that an address may mean. None for a network, and for a path of a port. */
export function devicesAt(address: LinkAddress, listing: readonly Found[]): readonly Found[] {
  if (address.link === "tcp") return [];
  const wanted = address.link === "serial" ? address.path : address;
  if (typeof wanted === "string") return [];
  return listing.filter((found) => {
    if (found.kind !== address.link || !isMeant(found, wanted)) return false;
    if (address.link !== "hid") return true;
    const { path, usagePage, usages } = address;
    const hasFace = found.usages.some(
      ({ page, usage }) => page === usagePage && (usages === undefined || usages.includes(usage)),
    );
    return (path === undefined || path === found.node) && (usagePage === undefined || hasFace);
  });
}

function isMeant(found: Found, wanted: SerialDevice): boolean {
  const { vendorId, productId, serialNumber, portPath } = wanted;
  return (
    (vendorId === undefined || found.usb?.vendor === hex(vendorId)) &&
    (productId === undefined || found.usb?.product === hex(productId)) &&
    (serialNumber === undefined || found.serial === serialNumber) &&
    (portPath === undefined || found.portPath === portPath)
  );
}

const hex = (id: number) => id.toString(16).padStart(4, "0");
