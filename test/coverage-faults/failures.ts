/** All of them, and a table for people. */
import type { Failure } from "./failure.ts";
import { printerFailures } from "./printer-failures.ts";
import { scannerFailures } from "./scanner-failures.ts";
import { usbFailures } from "./usb-failures.ts";

export const failures: readonly Failure[] = [
  ...[...usbFailures, ...printerFailures, ...scannerFailures].toSorted((a, b) => a.row - b.row),
];

/** A table for people: the failure, what provokes it, what the till says of it. */
export function failureTable(): string {
  const rows = failures.map(({ row, what, atDriver = [], atLink = [], notHere }) => {
    const driven = atDriver.map(({ driver, simulator, till = [], says }) => {
      const deeds = [...simulator, ...(till.length > 0 ? ["the till asks"] : [])].join("; ");
      return `    [${driver}] ${deeds || "the till asks"}\n      -> ${says.join(", ")}`;
    });
    const linked = atLink.map(
      ({ target, steps, tells }) =>
        `    [USB ${target}] ${steps.join("; ")}\n      -> ${tells.join("; ").slice(0, 90)}`,
    );
    const none = notHere === undefined ? [] : [`    not provoked: ${notHere}`];
    return [`${String(row).padStart(2)}  ${what}`, ...driven, ...linked, ...none].join("\n");
  });
  return `${rows.join("\n")}\n`;
}
