import { isDeepStrictEqual } from "node:util";
import { printerTroubles } from "./printer-troubles.ts";
import type { Provocation } from "./provocation.ts";
import { Stage } from "./stage.ts";
import { displayTroubles, drawerTroubles, scaleTroubles, scannerTroubles } from "./troubles.ts";

const tables = {
  printer: printerTroubles,
  scanner: scannerTroubles,
  display: displayTroubles,
  drawer: drawerTroubles,
  scale: scaleTroubles,
} as const;

/** One thing that a driver can complain of. */
export interface Trouble {
  readonly driver: keyof typeof tables;
  readonly name: string;
  readonly provocation: Provocation;
}

export const troubles: readonly Trouble[] = Object.entries(tables).flatMap(([driver, table]) =>
  Object.entries<Provocation>(table).map(([name, provocation]) => {
    return { driver: driver as keyof typeof tables, name, provocation };
  }),
);

/** @returns whether the driver, at a counter of its own, has told what it should have */
export function isProvoked({ provocation }: Trouble): boolean {
  const told = provocation.provoke(new Stage(provocation.counter));
  return told.some((signal) => holds(signal, provocation.tells));
}

/** Whether `signal` has every field of `expected`; it may have more. */
function holds(signal: unknown, expected: object): boolean {
  return Object.entries(expected).every(([name, value]) => {
    const own = (signal as Readonly<Record<string, unknown>>)[name];
    return typeof value === "object" ? holds(own, value) : isDeepStrictEqual(own, value);
  });
}
