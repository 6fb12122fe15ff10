import { ERROR_CODE } from "#drivers/wire/upos.ts";

/** What a call came to. `extended` counts with `E_EXTENDED` alone and is 0 otherwise. */
export interface UposError {
  readonly code: UposErrorCode;
  readonly extended: number;
}

export type UposErrorName = keyof typeof ERROR_CODE;
export type UposErrorCode = (typeof ERROR_CODE)[UposErrorName];

export const uposError = (name: Exclude<UposErrorName, "E_EXTENDED">): UposError => ({
  code: ERROR_CODE[name],
  extended: 0,
});

/** @param extended a value of the device's own class, 201 and up */
export const extendedError = (extended: number): UposError => ({
  code: ERROR_CODE.E_EXTENDED,
  extended,
});

export const success: UposError = uposError("SUCCESS");

export const isSuccess = ({ code }: UposError): boolean => code === ERROR_CODE.SUCCESS;
