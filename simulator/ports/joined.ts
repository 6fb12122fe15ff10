import type { Port } from "./port.ts";

/**
 * Several plugs of one printer. What it says goes to the plug that spoke last, the first one until
 * then: a printer with two interfaces answers where it was asked.
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
    close() {
      for (const port of all) port.close();
    },
  };
}
