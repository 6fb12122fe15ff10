import type { Port } from "./port.ts";

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
    close: () => all((port) => port.close()),
  };
}
