/**
 * What drivers declare that they can say, taken from their signal types by the compiler. Each kind
 * of signal is a code, and so is each word that one of its fields may hold: a reason, `printed`,
 * `confirmed`, a state. A word that is added to a driver makes a table without it not compile.
 */
import type { DisplaySignal } from "#drivers/displays/signal.ts";
import type { DrawerSignal } from "#drivers/drawers/signal.ts";
import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import type { ScaleSignal } from "#drivers/scales/signal.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";

/** `OutputError`, `OutputError.reason paper-out`, `OutputError.printed nothing`, … */
type Told<Signal> = Signal extends { readonly type: infer Type extends string }
  ? Type | Words<Type, Omit<Signal, "type">>
  : never;

/** Fields of free text or numbers hold no words. */
type Words<Type extends string, Fields> = {
  [Field in keyof Fields & string]: Fields[Field] extends string | boolean
    ? string extends Fields[Field]
      ? never
      : `${Type}.${Field} ${Fields[Field]}`
    : never;
}[keyof Fields & string];

export type PrinterCode = Told<PrinterSignal> | Told<{ readonly type: "status" } & PrinterStatus>;
export type ScannerCode = Told<ScannerSignal>;
export type DrawerCode = Told<DrawerSignal>;
export type DisplayCode = Told<DisplaySignal>;
export type ScaleCode = Told<ScaleSignal>;

export type AnySignal = PrinterSignal | ScannerSignal | DrawerSignal | DisplaySignal | ScaleSignal;

/** The codes that these signals have, by the same rule. */
export function codesIn(signals: readonly AnySignal[]): ReadonlySet<string> {
  return new Set(
    signals.flatMap((signal) => [
      ...codesOf(signal),
      ...(signal.type === "StatusUpdate" ? codesOf({ type: "status", ...signal.status }) : []),
    ]),
  );
}

function codesOf({ type, ...fields }: { readonly type: string }): readonly string[] {
  const words = Object.entries(fields).filter(([, value]) => /string|boolean/.test(typeof value));
  return [type, ...words.map(([field, value]) => `${type}.${field} ${value}`)];
}
