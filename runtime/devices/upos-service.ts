import type { DeviceClass } from "#drivers/upos/device-class.ts";
import { isSuccess } from "#drivers/upos/error.ts";
import type { UposEvent } from "#drivers/upos/event-queue.ts";
import { nameOf } from "#drivers/upos/names.ts";
import { DeviceService } from "#drivers/upos/service.ts";
import type { SharedDevice } from "#drivers/upos/shared-device.ts";
import {
  ERROR_LOCUS,
  ERROR_RESPONSE,
  POWER_NOTIFY,
  POWER_STATE,
  STATE,
} from "#drivers/wire/upos.ts";
import type { UposDiagnosis } from "#runtime/devices/diagnosis.ts";
import { UposRecord, type UposRecordParts } from "#runtime/devices/upos-record.ts";

export interface UposServiceParts<Command, Signal> extends UposRecordParts {
  readonly deviceClass: DeviceClass<Command, Signal>;
  readonly device?: SharedDevice | undefined;
}

/**
 * A slot as UnifiedPOS sees it: the control is opened with the terminal, claims the device before
 * its link is opened, is enabled when the link is, and stays so when the device is lost, because
 * it will be the same device's again. The terminal is the application: it reads every scan at
 * once, prints asynchronously, and clears what failed, because it decides itself what is printed
 * again.
 */
export class UposService<Command, Signal> {
  readonly #parts: UposServiceParts<Command, Signal>;
  readonly #service: DeviceService<Command, Signal>;
  readonly #record: UposRecord;
  /** Whether the last claim was granted, or none was needed. */
  #isOurs = false;

  constructor(parts: UposServiceParts<Command, Signal>) {
    this.#parts = parts;
    this.#record = new UposRecord(parts);
    this.#service = new DeviceService(parts.deviceClass, parts.device);
  }

  start(): void {
    const { control } = this.#service;
    control.open();
    control.setPowerNotify(POWER_NOTIFY.PN_ENABLED);
    control.setAsyncMode(true);
    control.setDataEventEnabled(true);
    const { tillSettings } = this.#parts.deviceClass;
    for (const [name, value] of Object.entries(tillSettings)) control.write(name, value);
  }

  /**
   * Before the link is opened.
   *
   * @returns whether the device may be opened: another slot of this terminal may hold it
   */
  claim(): boolean {
    const { control } = this.#service;
    if (control.claimed) return true;
    const isExclusive = this.#parts.deviceClass.sharing === "exclusive";
    const result = isExclusive
      ? control.claim(0)
      : control.check({ isOutput: true, needsEnabled: false });
    this.#isOurs = isSuccess(result);
    if (!this.#isOurs) this.#record.failed("claim", result);
    return this.#isOurs;
  }

  /**
   * The link is open; whether anything answers at its end is not known yet. Disabled is a device
   * that the till has no use for at the moment.
   */
  enable(isWanted: boolean): void {
    this.#service.control.setDeviceEnabled(isWanted);
    this.#drain(() => {});
  }

  /** The link is gone, or could not be opened. */
  lose(): void {
    const { control } = this.#service;
    const { deviceEnabled } = control.properties;
    this.#service.lost();
    if (!deviceEnabled && this.#isOurs) this.#record.failed("enable", this.#service.hardware);
    if (!deviceEnabled && control.claimed) control.release();
    this.#drain(() => {});
  }

  close(): void {
    this.#service.control.close();
  }

  /** @param answers whether the device is there and at work, or there and in trouble */
  reach(answers: boolean): void {
    this.#service.reached(answers);
    this.#drain(() => {});
  }

  /** What a signal says of the device, before anybody acts upon it. */
  sense(signal: Signal): void {
    this.#service.sense(signal);
  }

  /** @returns false for a command that the driver is not to be given */
  command(command: Command): boolean {
    const { error, isOutput } = this.#service.command(command);
    if (isOutput && !isSuccess(error)) this.#record.failed("output", error);
    return isOutput || isSuccess(error);
  }

  /** The driver said something. @param deliver gets each scan, once its queue gives it up */
  take(signal: Signal, deliver: (signal: Signal) => void): void {
    const isTaken = this.#service.take(signal);
    this.#drain(deliver);
    // Read while it is disabled: no event, but the till can tell whoever scanned why it is none.
    if (!isTaken) deliver(signal);
  }

  /** Whether a signal reaches the application as a DataEvent, or not at all. */
  isInput(signal: Signal): boolean {
    return this.#service.isInput(signal);
  }

  get diagnosis(): UposDiagnosis {
    const { control, statuses } = this.#service;
    const { name, properties } = this.#parts.deviceClass;
    const health = this.#service.checkHealth();
    const { deviceEnabled, powerState, checkHealthText } = control.properties;
    const readable = Object.keys(properties).flatMap((property) => {
      const { value } = control.read(property);
      return value === null ? [] : [[property, value] as const];
    });
    return {
      deviceClass: name,
      serviceVersion: control.deviceServiceVersion,
      state: { name: nameOf(control.state, STATE), value: control.state },
      powerState: { name: nameOf(powerState, POWER_STATE), value: powerState },
      ...{ claimed: control.claimed, deviceEnabled, dataCount: control.dataCount },
      errorCode: this.#record.told(health),
      checkHealthText,
      properties: Object.fromEntries(readable),
      statistics: control.counts,
      statuses: statuses.map((value) => ({ name: this.#record.statusName(value), value })),
      lastError: this.#record.lastError,
      events: this.#record.events,
    };
  }

  /** Every event goes to the application at once; all but scans are only written down. */
  #drain(deliver: (signal: Signal) => void): void {
    const { control } = this.#service;
    let event = control.take();
    while (event !== null) {
      this.#hand(event, deliver);
      event = control.take();
    }
  }

  #hand(event: UposEvent<Signal>, deliver: (signal: Signal) => void): void {
    const { control } = this.#service;
    const record = this.#record;
    switch (event.type) {
      case "DataEvent":
        // Also when the application fails: one bad scan must not be the last.
        try {
          deliver(event.data);
        } finally {
          // It may be somebody's payment code: nothing of it stays here.
          control.clearInputProperties();
          control.setDataEventEnabled(true);
        }
        break;
      case "ErrorEvent":
        record.failed(event.locus === ERROR_LOCUS.EL_OUTPUT ? "output" : "input", event.error);
        control.respond(ERROR_RESPONSE.ER_CLEAR);
        control.setDataEventEnabled(true);
        break;
      case "OutputCompleteEvent":
        record.keep("OutputComplete", event.outputId);
        break;
      case "StatusUpdateEvent":
        record.keep(record.statusName(event.status), event.status);
        break;
      case "DirectIOEvent":
        record.keep("DirectIO", event.eventNumber);
        break;
    }
  }
}
