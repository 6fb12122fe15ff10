import type { WiredName } from "../virtual-counter.ts";
import type { Port } from "./port.ts";
import type { UsbRack } from "./usbip/rack.ts";

/** Nobody asks a scanner anything before it speaks, so it speaks on all its plugs. */
const unasked: readonly WiredName[] = ["scanner", "hid-scanner", "oem-scanner", "keyboard"];

/** Each device's plugs and its USB plug besides, where it has one. */
export function joinUsb<Ports extends Readonly<Record<WiredName, Port>>>(
  ports: Ports,
  usb: UsbRack,
): Readonly<Record<WiredName, Port>> {
  const joined: Record<WiredName, Port> = { ...ports };
  for (const { name } of usb.slots) {
    const both = [ports[name], usb.ports[name]] as const;
    joined[name] = unasked.includes(name) ? speakOnAll(both) : joinPorts(...both);
  }
  return joined;
}

/**
 * Several plugs of one device that is spoken to. What it says goes to the plug that spoke last, the
 * first one until then: a printer with two interfaces answers where it was asked.
 */
export function joinPorts(first: Port, ...others: readonly Port[]): Port {
  const all = [first, ...others];
  let speaker = first;
  return {
    write: (bytes) => speaker.write(bytes),
    listen(listener) {
      for (const port of all) {
        port.listen((bytes) => {
          speaker = port;
          listener(bytes);
        });
      }
    },
    hold(isHeld) {
      for (const port of all) port.hold(isHeld);
    },
    reset() {
      for (const port of all) port.reset?.();
    },
    onPower(listener) {
      for (const port of all) port.onPower?.(listener);
    },
    close() {
      for (const port of all) port.close();
    },
  };
}

/** One scanner with several plugs: nobody asks it anything, so it speaks on all of them. */
export function speakOnAll(ports: readonly Port[]): Port {
  const all = (act: (port: Port) => void) => {
    for (const port of ports) act(port);
  };
  return {
    write: (bytes) => all((port) => port.write(bytes)),
    listen: (listener) => all((port) => port.listen(listener)),
    hold: (isHeld) => all((port) => port.hold(isHeld)),
    reset: () => all((port) => port.reset?.()),
    onPower: (listener) => all((port) => port.onPower?.(listener)),
    close: () => all((port) => port.close()),
  };
}

/** Where no cable leads. */
export const nowhere: Port = { write() {}, listen() {}, hold() {}, close() {} };
