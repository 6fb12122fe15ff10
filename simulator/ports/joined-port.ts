import type { Port } from "./port.ts";

/** One device with several sockets: it speaks on all of them, and hears whichever is in use. */
export function joinedPort(ports: readonly Port[]): Port {
  return {
    write: (bytes) => each(ports, (port) => port.write(bytes)),
    listen: (listener) => each(ports, (port) => port.listen(listener)),
    hold: (isHeld) => each(ports, (port) => port.hold(isHeld)),
    close: () => each(ports, (port) => port.close()),
  };
}

function each(ports: readonly Port[], act: (port: Port) => void): void {
  for (const port of ports) act(port);
}
