import type { DeviceClass } from "#drivers/upos/device-class.ts";
import type { UposError } from "#drivers/upos/error.ts";
import { errorName, statusName } from "#drivers/upos/names.ts";
import type { UposDiagnosis } from "#runtime/devices/diagnosis.ts";
import type { Clock } from "#runtime/host/clock.ts";

/** More events than this are not kept: the last ones are what a technician asks for. */
const EVENTS_KEPT = 16;

export interface UposRecordParts {
  readonly deviceClass: Pick<DeviceClass<never, never>, "statusNames" | "extendedNames">;
  readonly clock: Clock;
  log(line: string): void;
}

/** What a control told, and what was refused, in the words of its class. */
export class UposRecord {
  readonly #parts: UposRecordParts;
  #lastError: UposDiagnosis["lastError"] = null;
  #events: UposDiagnosis["events"] = [];

  constructor(parts: UposRecordParts) {
    this.#parts = parts;
  }

  get lastError(): UposDiagnosis["lastError"] {
    return this.#lastError;
  }

  get events(): UposDiagnosis["events"] {
    return this.#events;
  }

  failed(what: string, error: UposError): void {
    const told = this.told(error);
    const isAgain = told.name === this.#lastError?.name && what === this.#lastError.what;
    this.#lastError = { ...told, what, at: this.#parts.clock.wall() };
    // A device that is looked for fails to be enabled every few seconds.
    if (!isAgain || what === "output") this.keep(told.name, error.code);
    if (what === "output") this.#parts.log(`output failed: ${told.name} (${error.code})`);
  }

  told(error: UposError): UposDiagnosis["errorCode"] {
    const name = errorName(error, this.#parts.deviceClass.extendedNames);
    return { name, value: error.code, extended: error.extended };
  }

  statusName(status: number): string {
    return statusName(status, this.#parts.deviceClass.statusNames);
  }

  keep(name: string, value: number): void {
    const event = { name, value, at: this.#parts.clock.wall() };
    this.#events = [...this.#events, event].slice(-EVENTS_KEPT);
  }
}
