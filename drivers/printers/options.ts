import type { DrawerPulse } from "#drivers/printers/commands.ts";

/** What a counter knows of its printer beside the model. */
export interface PrinterOptions {
  /** The drawer's wiring, where it is not the model's usual one. */
  readonly drawerOpenWhenPin3?: "high" | "low" | undefined;
  readonly drawerPulse?: DrawerPulse | undefined;
  /**
   * Where the numbers of jobs begin, any integer. It must differ from start to start of the till:
   * a printer that waited for paper may answer for a job from before a crash.
   */
  readonly firstProcessId: number;
  /** Of a serial line, in bits a second; left out where there is none. */
  readonly baudRate?: number | undefined;
}

/** The slowest line that printers are shipped with, in bits a second. */
export const SLOWEST = 9600;

/** Ten bits a byte. */
export const msPerByte = (baudRate: number): number => 10_000 / baudRate;

/** What a queue must know of the line; it is fast, or not known, at no milliseconds a byte. */
export const lineOf = ({ firstProcessId, baudRate }: PrinterOptions) => ({
  seed: firstProcessId,
  msPerByte: baudRate === undefined ? 0 : msPerByte(baudRate),
});
