import { UposControl } from "#drivers/upos/control.ts";
import type { DeviceClass, Meaning, OutputPlan } from "#drivers/upos/device-class.ts";
import { isSuccess, success, type UposError, uposError } from "#drivers/upos/error.ts";
import type { UposEvent } from "#drivers/upos/event-queue.ts";
import { nameOf } from "#drivers/upos/names.ts";
import type { SharedDevice } from "#drivers/upos/properties.ts";
import { COMMUNICATION_ERRORS } from "#drivers/upos/statistics.ts";
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
  readonly #control: UposControl<Signal>;
  /** Output under way, by the name that the driver's signals have for it. */
  readonly #outputs = new Map<string, OutputPlan & { readonly outputId: number }>();
  #statuses: readonly number[] = [];
  /** Whether the last claim was granted, or none was needed. */
  #isOurs = false;
  #hardware: UposError = uposError("E_NOHARDWARE");
  readonly #record: UposRecord;

  constructor(parts: UposServiceParts<Command, Signal>) {
    this.#parts = parts;
    this.#record = new UposRecord(parts);
    this.#control = new UposControl({ ...parts.deviceClass, device: parts.device });
  }

  start(): void {
    const control = this.#control;
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
    if (this.#control.claimed) return true;
    const isExclusive = this.#parts.deviceClass.sharing === "exclusive";
    const result = isExclusive
      ? this.#control.claim(0)
      : this.#control.check({ isOutput: true, needsEnabled: false });
    this.#isOurs = isSuccess(result);
    if (!this.#isOurs) this.#record.failed("claim", result);
    return this.#isOurs;
  }

  /**
   * The link is open; whether anything answers at its end is not known yet. Disabled is a device
   * that the till has no use for at the moment; what it reads then is dropped.
   */
  enable(isWanted: boolean): void {
    this.#control.setDeviceEnabled(isWanted);
    if (this.#isThere) this.#tellPower(true);
    this.#drain(() => {});
  }

  /** The link is gone, or could not be opened. */
  lose(): void {
    const { deviceEnabled } = this.#control.properties;
    if (this.#isThere) this.#control.count({ [COMMUNICATION_ERRORS]: 1 });
    this.#hardware = uposError("E_NOHARDWARE");
    this.#statuses = [];
    this.#tellPower(false);
    if (!deviceEnabled && this.#isOurs) this.#record.failed("enable", this.#hardware);
    if (!deviceEnabled && this.#control.claimed) this.#control.release();
    this.#drain(() => {});
  }

  close(): void {
    this.#control.close();
  }

  /** @param answers whether the device is there and at work, or there and in trouble */
  reach(answers: boolean): void {
    if (!answers) this.#hardware = uposError("E_NOHARDWARE");
    else if (!this.#isThere) this.#hardware = success;
    this.#tellPower(answers);
    this.#drain(() => {});
  }

  /** What a signal says of the device, before anybody acts upon it. */
  sense(signal: Signal): void {
    for (const meaning of this.#parts.deviceClass.meaningsOf(signal)) {
      if (meaning.type === "status") this.#report(meaning);
    }
  }

  /**
   * The driver is to be given a command. Output that the control refuses it is given all the same:
   * it will say itself that it came to nothing.
   *
   * @returns false for a command that ends in nothing and that the device cannot take now
   */
  command(command: Command): boolean {
    const { deviceClass } = this.#parts;
    if (deviceClass.isDirectIO(command)) {
      return isSuccess(this.#control.directIO(this.#isThere ? success : this.#hardware));
    }
    const plan = deviceClass.outputOf(command);
    if (plan === null) return true;
    const { error, outputId } = this.#control.beginOutput();
    if (isSuccess(error)) {
      this.#outputs.set(plan.id, { ...plan, outputId });
    } else {
      this.#control.count(plan.failed);
      this.#record.failed("output", error);
    }
    return true;
  }

  /** The driver said something. @param deliver gets each scan that the queue of events gives up */
  take(signal: Signal, deliver: (signal: Signal) => void): void {
    for (const meaning of this.#parts.deviceClass.meaningsOf(signal)) this.#act(meaning, signal);
    this.#drain(deliver);
  }

  /** Whether a signal reaches the application as a DataEvent, or not at all. */
  isInput(signal: Signal): boolean {
    return this.#parts.deviceClass.meaningsOf(signal).some(({ type }) => type === "input");
  }

  get diagnosis(): UposDiagnosis {
    const control = this.#control;
    const { deviceClass } = this.#parts;
    const health = control.checkHealth(CHECK_HEALTH.CH_INTERNAL, this.#hardware);
    const { deviceEnabled, powerState, checkHealthText } = control.properties;
    const readable = Object.keys(deviceClass.properties).flatMap((name) => {
      const { value } = control.read(name);
      return value === null ? [] : [[name, value] as const];
    });
    return {
      deviceClass: deviceClass.name,
      serviceVersion: control.deviceServiceVersion,
      state: { name: nameOf(control.state, STATE), value: control.state },
      powerState: { name: nameOf(powerState, POWER_STATE), value: powerState },
      ...{ claimed: control.claimed, deviceEnabled, dataCount: control.dataCount },
      errorCode: this.#record.told(health),
      checkHealthText,
      properties: Object.fromEntries(readable),
      statistics: control.counts,
      statuses: this.#statuses.map((value) => ({ name: this.#record.statusName(value), value })),
      lastError: this.#record.lastError,
      events: this.#record.events,
    };
  }

  get #isThere(): boolean {
    return this.#hardware.code !== uposError("E_NOHARDWARE").code;
  }

  #tellPower(answers: boolean): void {
    const isAdvanced = this.#parts.deviceClass.capPowerReporting === POWER_REPORTING.PR_ADVANCED;
    const { PS_OFF, PS_OFFLINE, PS_OFF_OFFLINE, PS_ONLINE } = POWER_STATE;
    const isOffline = this.#hardware.code === uposError("E_OFFLINE").code;
    if (answers && !isOffline) this.#control.power(PS_ONLINE);
    else if (!isAdvanced) this.#control.power(PS_OFF_OFFLINE);
    else this.#control.power(answers ? PS_OFFLINE : PS_OFF);
  }

  #report({ statuses, properties, hardware }: Extract<Meaning, { type: "status" }>): void {
    this.#hardware = hardware;
    this.#control.learn(properties);
    for (const status of statuses) {
      if (this.#statuses.includes(status)) continue;
      this.#control.statusUpdate(status);
      this.#control.count(this.#parts.deviceClass.countsOf(status));
    }
    this.#statuses = statuses;
  }

  #act(meaning: Meaning, signal: Signal): void {
    const control = this.#control;
    switch (meaning.type) {
      case "input":
        control.count(meaning.counts);
        if (!control.input(signal)) this.#parts.log("read while it is disabled: dropped");
        break;
      case "inputError":
        control.inputFailed(meaning.error);
        break;
      case "outputComplete": {
        const output = this.#end(meaning.id);
        control.count(output?.good ?? {});
        control.outputCompleted(output?.outputId ?? 0);
        break;
      }
      case "outputError": {
        const output = this.#end(meaning.id);
        control.count(output?.failed ?? {});
        control.outputFailed(output?.outputId ?? 0, this.#cause(meaning.error));
        break;
      }
      case "directIO":
        control.directIOEvent(meaning.eventNumber, meaning.data, "");
        break;
      case "status":
        break;
    }
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
          // It may be somebody's payment code: nothing of it stays here.
          control.clearInputProperties();
          control.setDataEventEnabled(true);
        }
        break;
      case "ErrorEvent":
        this.#record.failed(
          event.locus === ERROR_LOCUS.EL_OUTPUT ? "output" : "input",
          event.error,
        );
        control.respond(ERROR_RESPONSE.ER_CLEAR);
        control.setDataEventEnabled(true);
        break;
      case "OutputCompleteEvent":
        this.#record.keep("OutputComplete", event.outputId);
        break;
      case "StatusUpdateEvent":
        this.#record.keep(this.#record.statusName(event.status), event.status);
        break;
      case "DirectIOEvent":
        this.#record.keep("DirectIO", event.eventNumber);
        break;
    }
  }

  #end(id: string) {
    const output = this.#outputs.get(id);
    this.#outputs.delete(id);
    return output;
  }

  /** What is known to be wrong with the device says more than that it failed. */
  #cause(error: UposError): UposError {
    const isVague = error.code === uposError("E_FAILURE").code;
    return isVague && !isSuccess(this.#hardware) ? this.#hardware : error;
  }
}
