import { hidScannerCatalog, keyboardScannerCatalog } from "#drivers/catalog.ts";
import type { Driver } from "#drivers/driver.ts";
import { BEGUN_BEFORE } from "#drivers/framing/terminator-framer.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import type { HidAddress } from "#drivers/links/message.ts";
import type { HidScannerRow } from "#drivers/scanners/hid-scanner-row.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { scanner as scannerClass } from "#drivers/upos/scanner.ts";
import { USAGE_PAGE_SCANNER } from "#drivers/wire/hid-pos.ts";
import type { DeviceConfiguration, DeviceParts } from "#runtime/devices/devices.ts";
import {
  hidScannerProduct,
  keyboardScannerProduct,
  type Product,
  serialScannerProduct,
} from "#runtime/devices/product.ts";
import { Slot } from "#runtime/devices/slot.ts";

/** A scanner. What can be told to be deaf is told so while the till has no use for scans. */
export function scannerSlot(
  { scanner }: DeviceConfiguration,
  parts: DeviceParts,
  openLink: OpenLink,
) {
  if (scanner === null) return null;
  const { canBeDeaf, ...driven } = scannerDriver(scanner);
  return new Slot<ScannerCommand, ScannerSignal>({
    name: "scanner",
    address: scanner.address,
    ...driven,
    openLink,
    watch: parts.watch,
    deviceClass: scannerClass,
    device: parts.deviceAt?.(scanner.address),
    enabling: canBeDeaf ? { on: { type: "enable" }, off: { type: "disable" } } : undefined,
    clock: parts.clock,
    healthWhenOpen: "ready",
    ...(scanner.address.link === "serial" ? { settlesWithin: BEGUN_BEFORE } : {}),
    healthIn: () => null,
    onSignal: (signal) => parts.onScanner(signal),
    onHealth: (health) => parts.onHealth("scanner", health),
    log: parts.log,
  });
}

interface Driven {
  readonly driver: Driver<ScannerCommand, ScannerSignal>;
  readonly product: Product;
  readonly canBeDeaf: boolean;
}

function scannerDriver({
  address,
  speaks = "text",
  types = keyboardScannerCatalog.us,
}: NonNullable<DeviceConfiguration["scanner"]>): Driven {
  if (address.link === "hid") {
    const row = hidScannerRow(address);
    const { canBeDeaf } = row;
    return { driver: row.make(), product: hidScannerProduct(row), canBeDeaf };
  }
  if (address.link === "usb") {
    const product = keyboardScannerProduct(types);
    return { driver: new WedgeScanner(types.layout), product, canBeDeaf: false };
  }
  const product = serialScannerProduct(speaks);
  if (speaks === "ssi") return { driver: new SsiScanner(), product, canBeDeaf: true };
  const ends = speaks === "bare" ? "silence" : "terminator";
  return { driver: new SerialScanner(ends), product, canBeDeaf: false };
}

/** The usage page says what is spoken, the vendor whose dialect; HID-POS where no page is named. */
function hidScannerRow({ usagePage = USAGE_PAGE_SCANNER, vendorId }: HidAddress): HidScannerRow {
  const rows = Object.values<HidScannerRow>(hidScannerCatalog).filter(
    (row) => row.usagePage === usagePage,
  );
  const known = rows.find((row) => row.vendorId === vendorId);
  const any = rows.find((row) => row.vendorId === null);
  return known ?? any ?? hidScannerCatalog["generic-hid-pos"];
}
