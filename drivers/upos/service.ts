import { UposControl } from "#drivers/upos/control.ts";
import type { DeviceClass, Meaning, OutputPlan } from "#drivers/upos/device-class.ts";
import { isSuccess, success, type UposError, uposError } from "#drivers/upos/error.ts";
import type { SharedDevice } from "#drivers/upos/shared-device.ts";
import { COMMUNICATION_ERRORS } from "#drivers/upos/statistics.ts";
import { CHECK_HEALTH, ERROR_CODE, POWER_REPORTING, POWER_STATE } from "#drivers/wire/upos.ts";

/**
 * What a driver says, as its control tells it. The link's fate and the driver's signals and
 * commands go in; the application, which owns the control's other side, claims and enables it,
 * takes its events and answers its errors.
 */
export class DeviceService<Command, Signal> {
  readonly control: UposControl<Signal>;
  readonly #class: DeviceClass<Command, Signal>;
  /** Output under way, by the name that the driver's signals have for it. */
  readonly #outputs = new Map<string, OutputPlan & { readonly outputId: number }>();
  #statuses: readonly number[] = [];
  #hardware: UposError = uposError("E_NOHARDWARE");

  constructor(deviceClass: DeviceClass<Command, Signal>, device?: SharedDevice) {
    this.#class = deviceClass;
    this.control = new UposControl({ ...deviceClass, device });
  }

  /** What the device last reported, each until it reports the contrary. */
  get statuses(): readonly number[] {
    return this.#statuses;
  }

  /** What the device has against being used, as far as anybody knows. */
  get hardware(): UposError {
    return this.#hardware;
  }

  checkHealth(): UposError {
    return this.control.checkHealth(CHECK_HEALTH.CH_INTERNAL, this.#hardware);
  }

  /** The link is gone, or could not be opened. */
  lost(): void {
    if (this.#isThere) this.control.count({ [COMMUNICATION_ERRORS]: 1 });
    this.#hardware = uposError("E_NOHARDWARE");
    this.#statuses = [];
    this.#tellPower(false);
  }

  /** @param answers whether the device is there and at work, or there and in trouble */
  reached(answers: boolean): void {
    if (!answers) this.#hardware = uposError("E_NOHARDWARE");
    else if (!this.#isThere) this.#hardware = success;
    this.#tellPower(answers);
  }

  /** What a signal says of the device, before anybody acts upon it. */
  sense(signal: Signal): void {
    for (const meaning of this.#class.meaningsOf(signal)) {
      if (meaning.type === "status") this.#report(meaning);
    }
  }

  /**
   * The driver is to be given a command.
   *
   * @returns what the control has against it. Output is given the driver all the same, which will
   * say itself that it came to nothing; a command that ends in no signal is not given
   */
  command(command: Command): { readonly error: UposError; readonly isOutput: boolean } {
    if (this.#class.isDirectIO(command)) {
      const error = this.control.directIO(this.#isThere ? success : this.#hardware);
      return { error, isOutput: false };
    }
    const plan = this.#class.outputOf(command);
    if (plan === null) return { error: success, isOutput: false };
    const { error, outputId } = this.control.beginOutput();
    if (isSuccess(error)) this.#outputs.set(plan.id, { ...plan, outputId });
    else this.control.count(plan.failed);
    return { error, isOutput: true };
  }

  /**
   * The driver said something.
   *
   * @returns false for an input that nobody will learn of: the control is disabled, or full
   */
  take(signal: Signal): boolean {
    const taken = this.#class.meaningsOf(signal).map((meaning) => this.#act(meaning, signal));
    return taken.every(Boolean);
  }

  /** For whoever waits for output: what a signal says it came to; null of any other output. */
  resultOf(id: string, signal: Signal): UposError | null {
    for (const meaning of this.#class.meaningsOf(signal)) {
      if (!("id" in meaning) || meaning.id !== id) continue;
      return meaning.type === "outputError" ? this.#cause(meaning.error) : success;
    }
    return null;
  }

  /** Whether a signal reaches the application as a DataEvent, or not at all. */
  isInput(signal: Signal): boolean {
    return this.#class.meaningsOf(signal).some(({ type }) => type === "input");
  }

  get #isThere(): boolean {
    return this.#hardware.code !== ERROR_CODE.E_NOHARDWARE;
  }

  #tellPower(answers: boolean): void {
    const isAdvanced = this.#class.capPowerReporting === POWER_REPORTING.PR_ADVANCED;
    const { PS_OFF, PS_OFFLINE, PS_OFF_OFFLINE, PS_ONLINE } = POWER_STATE;
    if (answers && this.#hardware.code !== ERROR_CODE.E_OFFLINE) this.control.power(PS_ONLINE);
    else if (!isAdvanced) this.control.power(PS_OFF_OFFLINE);
    else this.control.power(answers ? PS_OFFLINE : PS_OFF);
  }

  #report({ statuses, properties, hardware }: Extract<Meaning, { type: "status" }>): void {
    this.#hardware = hardware;
    this.control.learn(properties);
    for (const status of statuses) {
      if (this.#statuses.includes(status)) continue;
      this.control.statusUpdate(status);
      this.control.count(this.#class.countsOf(status));
    }
    this.#statuses = statuses;
  }

  #act(meaning: Meaning, signal: Signal): boolean {
    const { control } = this;
    switch (meaning.type) {
      case "input":
        control.count(meaning.counts);
        return control.input(signal);
      case "inputError":
        control.inputFailed(meaning.error);
        return true;
      case "outputComplete": {
        const output = this.#end(meaning.id);
        control.count(output?.good ?? {});
        if (output !== undefined) control.outputCompleted(output.outputId);
        return true;
      }
      case "outputError": {
        const output = this.#end(meaning.id);
        control.count(output?.failed ?? {});
        if (output !== undefined) control.outputFailed(output.outputId, this.#cause(meaning.error));
        return true;
      }
      case "directIO":
        control.directIOEvent(meaning.eventNumber, meaning.data, "");
        return true;
      case "status":
        return true;
    }
  }

  #end(id: string) {
    const output = this.#outputs.get(id);
    this.#outputs.delete(id);
    return output;
  }

  /** What is known to be wrong with the device says more than that it failed. */
  #cause(error: UposError): UposError {
    const isVague = error.code === ERROR_CODE.E_FAILURE;
    return isVague && !isSuccess(this.#hardware) ? this.#hardware : error;
  }
}
