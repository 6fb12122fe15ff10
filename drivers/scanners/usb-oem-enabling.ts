import { REPORT_TYPE_OUTPUT } from "#drivers/wire/hid-pos.ts";
import {
  OEM_ALIVE,
  OEM_COMMAND_LENGTH,
  OEM_DISABLE,
  OEM_ENABLE,
  OEM_ENABLED,
} from "#drivers/wire/usb-oem.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** As long as Datalogic's driver waits for a status. */
const ANSWER_WITHIN = 1000;
const SENDINGS_MAX = 3;

/** A command as a link sends it: `[report type, report id, …data]`. */
export function oemCommand(data: readonly number[]): Uint8Array {
  const report = new Uint8Array(2 + OEM_COMMAND_LENGTH);
  report.set([REPORT_TYPE_OUTPUT, 0, ...data]);
  return report;
}

/**
 * Whether the scanner works or rests. It is told thrice at most until its status agrees: one that
 * was just plugged in may not hear the first time (`DLSUSBScanner.enable`). One that says otherwise
 * later has begun anew by itself, and is told again.
 */
export class OemEnabling {
  #wanted: boolean | null = null;
  /** Since its status last agreed. */
  #sendings = 0;
  #deadline: Millis | null = null;

  get deadline(): Millis | null {
    return this.#deadline;
  }

  want(isEnabled: boolean, now: Millis): readonly Uint8Array[] {
    this.#wanted = isEnabled;
    this.#sendings = 0;
    return this.#send(now);
  }

  /** @param status the second status byte of any report */
  heard(status: number, now: Millis): readonly Uint8Array[] {
    if (this.#wanted === null || (status & OEM_ALIVE) === 0) return [];
    if (((status & OEM_ENABLED) !== 0) === this.#wanted) {
      this.#sendings = 0;
      this.#deadline = null;
      return [];
    }
    // What is under way may have crossed the command: the answer is waited for.
    return this.#deadline === null ? this.#send(now) : [];
  }

  wake(now: Millis): readonly Uint8Array[] {
    return this.#deadline !== null && now >= this.#deadline ? this.#send(now) : [];
  }

  forget(): void {
    this.#wanted = null;
    this.#deadline = null;
  }

  #send(now: Millis): readonly Uint8Array[] {
    this.#deadline = null;
    if (this.#wanted === null || this.#sendings >= SENDINGS_MAX) return [];
    this.#sendings += 1;
    this.#deadline = millis(now + ANSWER_WITHIN);
    return [oemCommand(this.#wanted ? OEM_ENABLE : OEM_DISABLE)];
  }
}
