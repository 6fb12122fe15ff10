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

/**
 * Takes an interface for us alone. The system's driver is sent away first, because it holds the
 * interface as long as it is there; sending away another program's hold would steal its device.
 *
 * @returns gives it back: released, and taken up again by the system's own driver
 * @throws in the binding's words, or `held by another program`
 */
export async function claim(
  device: UsbDevice,
  chosen: ChosenInterface,
  driverOf: DriverOf,
): Promise<() => Promise<void>> {
  const { interfaceNumber, alternateSetting } = chosen;
  const driver = driverOf(device, chosen);
  if (driver === BY_A_PROGRAM) throw new Error("the interface is held by another program");
  if (driver !== null) await device.detachKernelDriver(interfaceNumber);
  const giveBack = async () => {
    await quietly(device.releaseInterface(interfaceNumber));
    // Also where none was found: a till that was killed has left the interface without one.
    await quietly(device.attachKernelDriver(interfaceNumber));
  };
  try {
    await device.claimInterface(interfaceNumber);
    if (alternateSetting !== 0) {
      await device.selectAlternateInterface(interfaceNumber, alternateSetting);
    }
  } catch (error) {
    await giveBack();
    throw error;
  }
  return giveBack;
}

/** A device that was pulled out cannot be given back, and that is no news. */
function quietly(act: Promise<unknown>): Promise<unknown> {
  return act.catch(() => null);
}
