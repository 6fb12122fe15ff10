import { readlinkSync } from "node:fs";
import { basename } from "node:path";
import type { UsbDevice } from "#drivers/links/usb-binding.ts";
import type { ChosenInterface } from "#drivers/links/usb-interface.ts";

/** The driver behind `/dev/bus/usb`: an interface that it holds belongs to another program. */
const BY_A_PROGRAM = "usbfs";

/** `usblp`, `usbhid`, `usbfs`, …; null when no driver holds the interface, or none can be seen. */
export type DriverOf = (device: UsbDevice, chosen: ChosenInterface) => string | null;

/** Where a device is: bus, hubs and socket, such as `1-1.4`, as Linux names it. */
export function portPathOf({ bus, ports }: Pick<UsbDevice, "bus" | "ports">): string {
  return `${Number(bus)}-${ports.join(".")}`;
}

/** Source: Linux Documentation/ABI/stable/sysfs-bus-usb. */
export const driverInSysfs: DriverOf = (device, { configurationValue, interfaceNumber }) => {
  const name = `${portPathOf(device)}:${configurationValue}.${interfaceNumber}`;
  try {
    return basename(readlinkSync(`/sys/bus/usb/devices/${name}/driver`));
  } catch {
    return null; // no driver, no Linux, or the device has just gone: claiming will tell
  }
};

/** An interface that is ours. Neither call ever rejects: what is gone cannot be given back. */
export interface Hold {
  /** Ends the transfers that are pending on it; nothing more can be moved. */
  breakOff(): Promise<unknown>;
  /** Releases it, for the system's own driver to take it up again. */
  giveBack(): Promise<unknown>;
}

/**
 * Takes an interface for us alone. The system's driver is sent away first, because it holds the
 * interface as long as it is there; sending away another program's hold would steal its device.
 *
 * @throws in the binding's words, or `held by another program`
 */
export async function claim(
  device: UsbDevice,
  chosen: ChosenInterface,
  driverOf: DriverOf,
): Promise<Hold> {
  const { interfaceNumber, alternateSetting } = chosen;
  const driver = driverOf(device, chosen);
  if (driver === BY_A_PROGRAM) throw new Error("the interface is held by another program");
  if (driver !== null) await device.detachKernelDriver(interfaceNumber);
  const hold: Hold = {
    // The binding cannot cancel. Linux ends the transfers of whoever is sent away, and it sends
    // us away like any driver (`USBDEVFS_DISCONNECT` in devio.c).
    breakOff: () => quietly(device.detachKernelDriver(interfaceNumber)),
    async giveBack() {
      await quietly(device.releaseInterface(interfaceNumber));
      // Also where none was found: a till that was killed has left the interface without one.
      await quietly(device.attachKernelDriver(interfaceNumber));
    },
  };
  try {
    await device.claimInterface(interfaceNumber);
    if (alternateSetting !== 0) {
      await device.selectAlternateInterface(interfaceNumber, alternateSetting);
    }
  } catch (error) {
    await hold.giveBack();
    throw error;
  }
  return hold;
}

function quietly(act: Promise<unknown>): Promise<unknown> {
  return act.catch(() => null);
}
