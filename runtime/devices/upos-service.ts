import { UposControl } from "#drivers/upos/control.ts";
import type { DeviceClass } from "#drivers/upos/device-class.ts";
import { isSuccess, success, type UposError, uposError } from "#drivers/upos/error.ts";
import type { UposEvent } from "#drivers/upos/event-queue.ts";
import { errorName, nameOf, statusName } from "#drivers/upos/names.ts";
import type { SharedDevice } from "#drivers/upos/properties.ts";
import {
  CHECK_HEALTH,
  ERROR_LOCUS,
  ERROR_RESPONSE,
  POWER_NOTIFY,
  POWER_REPORTING,
  POWER_STATE,
  STATE,
} from "#drivers/wire/upos.ts";
import type { UposDiagnosis } from "#runtime/devices/diagnosis.ts";
import type { Clock } from "#runtime/host/clock.ts";

/** More events than this are not kept: the last ones are what a technician asks for. */
const EVENTS_KEPT = 16;

export interface UposServiceParts<Command, Signal> {
  readonly deviceClass: DeviceClass<Command, Signal>;
  readonly device?: SharedDevice | undefined;
  readonly clock: Clock;
  log(line: string): void;
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
  readonly #control: UposControl<Signal>;
  /** Output under way, by the name that the driver's signals have for it. */
  readonly #outputs = new Map<string, number>();
  #statuses: readonly number[] = [];
  /** Whether the last claim was granted, or none was needed. */
  #isOurs = false;
  #hardware: UposError = uposError("E_NOHARDWARE");
  #lastError: UposDiagnosis["lastError"] = null;
  #events: UposDiagnosis["events"] = [];

  constructor(parts: UposServiceParts<Command, Signal>) {
    this.#parts = parts;
    this.#control = new UposControl({
      sharing: parts.deviceClass.sharing,
      // That a device does not answer does not say whether it is switched off.
      capPowerReporting: POWER_REPORTING.PR_STANDARD,
      device: parts.device,
    });
  }

  start(): void {
    this.#control.open();
    this.#control.setPowerNotify(POWER_NOTIFY.PN_ENABLED);
    this.#control.setAsyncMode(true);
    this.#control.setDataEventEnabled(true);
  }

  /**
   * Before the link is opened.
   *
   * @returns whether the device may be opened: another slot of this terminal may hold it
   */
  claim(): boolean {
    if (this.#control.claimed) return true;
    const isExclusive = this.#parts.deviceClass.sharing === "exclusive";
    const result = isExclusive
      ? this.#control.claim(0)
      : this.#control.check({ isOutput: true, needsEnabled: false });
    this.#isOurs = isSuccess(result);
    if (!this.#isOurs) this.#failed("claim", result);
    return this.#isOurs;
  }

  /** The link is open; whether anything answers at its end is not known yet. */
  enable(): void {
    this.#control.setDeviceEnabled(true);
  }

  /** The link is gone, or could not be opened. */
  lose(): void {
    const { deviceEnabled } = this.#control.properties;
    this.#hardware = uposError("E_NOHARDWARE");
    this.#statuses = [];
    this.#control.power(POWER_STATE.PS_OFF_OFFLINE);
    if (!deviceEnabled && this.#isOurs) this.#failed("enable", this.#hardware);
    if (!deviceEnabled && this.#control.claimed) this.#control.release();
    this.#drain(() => {});
  }

  close(): void {
    this.#control.close();
  }

  /** @param answers whether the device is there and at work, or there and in trouble */
  reach(answers: boolean): void {
    if (!answers) this.#hardware = uposError("E_NOHARDWARE");
    else if (this.#hardware.code === uposError("E_NOHARDWARE").code) this.#hardware = success;
    const isOnline = answers && this.#hardware.code !== uposError("E_OFFLINE").code;
    this.#control.power(isOnline ? POWER_STATE.PS_ONLINE : POWER_STATE.PS_OFF_OFFLINE);
    this.#drain(() => {});
  }

  /** What a signal says of the device, before anybody acts upon it. */
  sense(signal: Signal): void {
    const meaning = this.#parts.deviceClass.meaningOf(signal);
    if (meaning.type !== "status") return;
    this.#hardware = meaning.hardware;
    for (const status of meaning.statuses) {
      if (!this.#statuses.includes(status)) this.#control.statusUpdate(status);
    }
    this.#statuses = meaning.statuses;
  }

  /** The driver was given a command. Where the control refuses it, the driver will say so. */
  command(command: Command): void {
    const name = this.#parts.deviceClass.outputOf(command);
    if (name === null) return;
    const { error, outputId } = this.#control.beginOutput();
    if (isSuccess(error)) this.#outputs.set(name, outputId);
    else this.#failed("output", error);
  }

  /** The driver said something; `deliver` gets it, a scan when the queue of events says so. */
  take(signal: Signal, deliver: (signal: Signal) => void): void {
    const meaning = this.#parts.deviceClass.meaningOf(signal);
    switch (meaning.type) {
      case "input":
        this.#control.input(signal);
        this.#drain(deliver);
        return;
      case "inputError":
        this.#control.inputFailed(meaning.error);
        break;
      case "outputComplete":
        this.#control.outputCompleted(this.#outputId(meaning.id));
        break;
      case "outputError":
        this.#control.outputFailed(this.#outputId(meaning.id), this.#cause(meaning.error));
        break;
      case "status":
      case "nothing":
        break;
    }
    this.#drain(deliver);
    deliver(signal);
  }

  get diagnosis(): UposDiagnosis {
    const control = this.#control;
    const { deviceClass } = this.#parts;
    const health = control.checkHealth(CHECK_HEALTH.CH_INTERNAL, this.#hardware);
    const { deviceEnabled, powerState, checkHealthText } = control.properties;
    return {
      deviceClass: deviceClass.name,
      state: { name: nameOf(control.state, STATE), value: control.state },
      powerState: { name: nameOf(powerState, POWER_STATE), value: powerState },
      ...{ claimed: control.claimed, deviceEnabled, dataCount: control.dataCount },
      errorCode: this.#told(health),
      checkHealthText,
      statuses: this.#statuses.map((value) => ({ name: this.#statusName(value), value })),
      lastError: this.#lastError,
      events: this.#events,
    };
  }

  /** Every event goes to the application at once; all but scans are only written down. */
  #drain(deliver: (signal: Signal) => void): void {
    let event = this.#control.take();
    while (event !== null) {
      this.#hand(event, deliver);
      event = this.#control.take();
    }
  }

  #hand(event: UposEvent<Signal>, deliver: (signal: Signal) => void): void {
    const control = this.#control;
    switch (event.type) {
      case "DataEvent":
        // Also when the application fails: one bad scan must not be the last.
        try {
          deliver(event.data);
        } finally {
          control.setDataEventEnabled(true);
        }
        break;
      case "ErrorEvent":
        this.#failed(event.locus === ERROR_LOCUS.EL_OUTPUT ? "output" : "input", event.error);
        control.respond(ERROR_RESPONSE.ER_CLEAR);
        control.setDataEventEnabled(true);
        break;
      case "OutputCompleteEvent":
        this.#keep("OutputComplete", event.outputId);
        break;
      case "StatusUpdateEvent":
        this.#keep(this.#statusName(event.status), event.status);
        break;
    }
  }

  #outputId(name: string): number {
    const id = this.#outputs.get(name) ?? 0;
    this.#outputs.delete(name);
    return id;
  }

  /** What is known to be wrong with the device says more than that it failed. */
  #cause(error: UposError): UposError {
    const isVague = error.code === uposError("E_FAILURE").code;
    return isVague && !isSuccess(this.#hardware) ? this.#hardware : error;
  }

  #failed(what: string, error: UposError): void {
    const told = this.#told(error);
    const isAgain = told.name === this.#lastError?.name && what === this.#lastError.what;
    this.#lastError = { ...told, what, at: this.#parts.clock.wall() };
    // A device that is looked for fails to be enabled every few seconds.
    if (!isAgain || what === "output") this.#keep(told.name, error.code);
    if (what === "output") this.#parts.log(`output failed: ${told.name} (${error.code})`);
  }

  #told(error: UposError): UposDiagnosis["errorCode"] {
    const name = errorName(error, this.#parts.deviceClass.extendedNames);
    return { name, value: error.code, extended: error.extended };
  }

  #statusName(status: number): string {
    return statusName(status, this.#parts.deviceClass.statusNames);
  }

  #keep(name: string, value: number): void {
    const event = { name, value, at: this.#parts.clock.wall() };
    this.#events = [...this.#events, event].slice(-EVENTS_KEPT);
  }
}
