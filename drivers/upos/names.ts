import type { UposError } from "#drivers/upos/error.ts";
import { COMMON_EXTENDED, COMMON_STATUS, ERROR_CODE } from "#drivers/wire/upos.ts";

type Names = { readonly [name: string]: number };

/** A value under its name; the bare number where no table has it. */
export function nameOf(value: number, ...tables: readonly Names[]): string {
  for (const table of tables) {
    const found = Object.entries(table).find(([, each]) => each === value);
    if (found !== undefined) return found[0];
  }
  return String(value);
}

/** @param own the statuses of the device's class */
export const statusName = (status: number, own: Names): string =>
  nameOf(status, own, COMMON_STATUS);

/** `E_EXTENDED EPTR_REC_EMPTY`. @param own the extended errors of the device's class */
export function errorName({ code, extended }: UposError, own: Names): string {
  const name = nameOf(code, ERROR_CODE);
  return extended === 0 ? name : `${name} ${nameOf(extended, own, COMMON_EXTENDED)}`;
}
