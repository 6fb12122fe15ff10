/** Units are types: fen added to milliseconds do not compile. All are integers. */

declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** An amount in the minor unit of the sale's currency (fen for CNY). */
export type Minor = Unit<"minor">;
/** A quantity in thousandths: 2 pieces are 2000, 1.234 kg is 1234. */
export type Thousandths = Unit<"thousandths">;
/** A rate in hundredths of a percent: 13 % is 1300. */
export type BasisPoints = Unit<"basis points">;
/** Milliseconds: an instant since 1970-01-01 UTC, or a duration. */
export type Millis = Unit<"milliseconds">;
/** The number of a ledger entry, from 1. */
export type Sequence = Unit<"sequence">;

function integer(value: number, name: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be an integer: ${value}`);
  return value;
}

/** @throws RangeError unless `value` is a safe integer */
export const minor = (value: number) => integer(value, "minor units") as Minor;
/** @throws RangeError unless `value` is a safe integer */
export const thousandths = (value: number) => integer(value, "thousandths") as Thousandths;
/** @throws RangeError unless `value` is a safe integer */
export const basisPoints = (value: number) => integer(value, "basis points") as BasisPoints;
/** @throws RangeError unless `value` is a safe integer */
export const millis = (value: number) => integer(value, "milliseconds") as Millis;
/** @throws RangeError unless `value` is a safe integer */
export const sequence = (value: number) => integer(value, "sequence") as Sequence;
