import type { Proof } from "#drivers/catalog.ts";
import type { Driver } from "#drivers/driver.ts";
import type { HidPosModel } from "#drivers/scanners/hid-pos-model.ts";
import { HidPosScanner } from "#drivers/scanners/hid-pos-scanner.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { UsbOemScanner } from "#drivers/scanners/usb-oem-scanner.ts";
import { USAGE_PAGE_SCANNER } from "#drivers/wire/hid-pos.ts";
import { OEM_USAGE_PAGE } from "#drivers/wire/usb-oem.ts";

/** A scanner that sends whole reports. */
export interface HidScannerRow {
  readonly maker: string;
  readonly product: string;
  /** What it speaks: 8C is HID-POS, FF45 USB-OEM. */
  readonly usagePage: number;
  /** USB vendor; null fits every other one. */
  readonly vendorId: number | null;
  /** Whether it can be told to work and to rest. */
  readonly canBeDeaf: boolean;
  readonly proof: Proof;
  readonly make: () => Driver<ScannerCommand, ScannerSignal>;
}

/** @param vendorId null for any other maker's */
export function hidPos(maker: string, vendorId: number | null, model: HidPosModel): HidScannerRow {
  return {
    ...{ maker, product: "scanner in HID-POS mode", usagePage: USAGE_PAGE_SCANNER, vendorId },
    ...{ canBeDeaf: model.commands.disable !== undefined, proof: "manual" },
    make: () => new HidPosScanner(model),
  };
}

/** Hand-held and table-top alike. */
export function usbOem(maker: string, vendorId: number | null, proof: Proof): HidScannerRow {
  return {
    ...{ maker, product: "scanner in USB-OEM (IBM) mode", usagePage: OEM_USAGE_PAGE, vendorId },
    ...{ canBeDeaf: true, proof },
    make: () => new UsbOemScanner(),
  };
}
