import { isSuccess, success, type UposError, uposError } from "#drivers/upos/error.ts";
import {
  type ErrorEvent,
  type ErrorResponse,
  EventQueue,
  isInput,
  type UposEvent,
} from "#drivers/upos/event-queue.ts";
import {
  type ControlOptions,
  type Operation,
  opened,
  type SharedDevice,
  type Value,
} from "#drivers/upos/properties.ts";
import {
  CHECK_HEALTH,
  ERROR_LOCUS,
  ERROR_RESPONSE,
  FOREVER,
  POWER_NOTIFY,
  POWER_REPORTING,
  POWER_STATE,
  STATE,
} from "#drivers/wire/upos.ts";

/**
 * The life of a UnifiedPOS device control: `open`, `claim`, `DeviceEnabled`, work, and back. Pure:
 * no clock, no device. Every call answers with its error code, and changes nothing unless that is
 * `SUCCESS`. What happens to the device is told with `input`, `power` and the like; what the
 * application is to learn is taken with `take`.
 *
 * Source: UnifiedPOS 1.16, chapter 1, "Device Behavior Models".
 */
export class UposControl<Data = never> {
  readonly #options: ControlOptions;
  readonly #device: SharedDevice;
  readonly #queue = new EventQueue<Data>();
  #isOpen = false;
  #now = { ...opened };
  #outputs: readonly number[] = [];
  /** Taken by the application and not answered yet. */
  #unanswered: ErrorEvent | null = null;

  constructor(options: ControlOptions) {
    this.#options = options;
    this.#device = options.device ?? { owner: null };
  }

  get state(): Value<typeof STATE> {
    if (!this.#isOpen) return STATE.S_CLOSED;
    if (this.#unanswered !== null || this.#queue.holdsError) return STATE.S_ERROR;
    return this.#outputs.length > 0 ? STATE.S_BUSY : STATE.S_IDLE;
  }

  get claimed(): boolean {
    return this.#device.owner === this;
  }

  get dataCount(): number {
    return this.#queue.dataCount;
  }

  get properties(): Readonly<typeof opened> {
    return this.#now;
  }

  /** What an operation would be refused with: the first of the reasons, in the standard's order. */
  check(operation: Operation = {}): UposError {
    const { isOutput = false, needsEnabled = true, isLegal = true, needsIdle = false } = operation;
    if (!this.#isOpen) return uposError("E_CLOSED");
    const { owner } = this.#device;
    const isAnothers = owner !== null && owner !== this;
    if (this.#options.sharing === "exclusive") {
      if (owner !== this) return uposError(isAnothers ? "E_CLAIMED" : "E_NOTCLAIMED");
    } else if (isOutput && isAnothers) return uposError("E_CLAIMED");
    if (needsEnabled && !this.#now.deviceEnabled) return uposError("E_DISABLED");
    if (!isLegal) return uposError("E_ILLEGAL");
    if (needsIdle && this.state !== STATE.S_IDLE) return uposError("E_BUSY");
    return operation.hardware ?? success;
  }

  open(): UposError {
    if (this.#isOpen) return uposError("E_ILLEGAL");
    this.#isOpen = true;
    this.#now = { ...opened };
    return success;
  }

  /** Disables and releases. */
  close(): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    this.#disable();
    this.#empty();
    if (this.claimed) this.#device.owner = null;
    this.#isOpen = false;
    return success;
  }

  /**
   * @param timeoutMs waiting is the caller's: where another has it, `E_TIMEOUT` comes at once
   */
  claim(timeoutMs: number): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    if (this.#options.sharing === "unclaimable" || timeoutMs < FOREVER) {
      return uposError("E_ILLEGAL");
    }
    if (this.claimed) return uposError("E_CLAIMED");
    if (this.#device.owner !== null) return uposError("E_TIMEOUT");
    this.#device.owner = this;
    return success;
  }

  release(): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    if (!this.claimed) return uposError("E_NOTCLAIMED");
    if (this.#options.sharing === "exclusive") {
      this.#disable();
      this.#empty();
    }
    this.#device.owner = null;
    return success;
  }

  /** @param hardware what enabling came to, where it was tried */
  setDeviceEnabled(deviceEnabled: boolean, hardware: UposError = success): UposError {
    const refused = this.check({ needsEnabled: false, hardware });
    if (!isSuccess(refused)) return refused;
    if (deviceEnabled) this.#now = { ...this.#now, deviceEnabled };
    else this.#disable();
    return success;
  }

  setDataEventEnabled(dataEventEnabled: boolean): UposError {
    return this.#set({ dataEventEnabled });
  }

  /** No event of any type is delivered while it is true. */
  setFreezeEvents(freezeEvents: boolean): UposError {
    return this.#set({ freezeEvents });
  }

  /** One input, and the device is disabled. */
  setAutoDisable(autoDisable: boolean): UposError {
    return this.#set({ autoDisable });
  }

  setAsyncMode(asyncMode: boolean): UposError {
    return this.#set({ asyncMode });
  }

  setPowerNotify(powerNotify: Value<typeof POWER_NOTIFY>): UposError {
    const isBlind = this.#options.capPowerReporting === POWER_REPORTING.PR_NONE;
    return this.#set({ powerNotify }, !isBlind && !this.#now.deviceEnabled);
  }

  /** Of the levels only the internal one needs no person and no paper. */
  checkHealth(level: Value<typeof CHECK_HEALTH>, hardware: UposError): UposError {
    const isLegal = level === CHECK_HEALTH.CH_INTERNAL;
    const result = this.check({ isLegal, hardware });
    if (!this.#isOpen || !isLegal) return result;
    const found = isSuccess(result) ? "Successful" : `Not: ${result.code}/${result.extended}`;
    this.#now = { ...this.#now, checkHealthText: `Internal HCheck: ${found}` };
    return result;
  }

  /**
   * The device read something.
   *
   * @returns false when nobody will learn of it: not enabled, or too much waits already
   */
  input(data: Data): boolean {
    if (!this.#isOpen || !this.#now.deviceEnabled) return false;
    const isQueued = this.#queue.addData(data);
    if (isQueued && this.#now.autoDisable) this.#disable();
    return isQueued;
  }

  inputFailed(error: UposError): void {
    if (this.#isOpen && this.#now.deviceEnabled) this.#queue.addInputError(error);
  }

  statusUpdate(status: number): void {
    if (this.#isOpen && this.#now.deviceEnabled) this.#queue.addStatus(status);
  }

  /** Told at each change, and first when the device was enabled. Power values are status values. */
  power(powerState: Value<typeof POWER_STATE>): void {
    const { powerNotify, deviceEnabled } = this.#now;
    if (!deviceEnabled || powerNotify === POWER_NOTIFY.PN_DISABLED) return;
    if (powerState === this.#now.powerState) return;
    this.#now = { ...this.#now, powerState };
    this.#queue.addStatus(powerState);
  }

  /**
   * Begins asynchronous output, which ends with `outputCompleted` or `outputFailed`.
   *
   * @returns the output's id; the refusal, and then nothing was begun
   */
  beginOutput(hardware: UposError = success): { error: UposError; outputId: number } {
    const error = this.check({ isOutput: true, isLegal: this.#now.asyncMode, hardware });
    if (!isSuccess(error)) return { error, outputId: 0 };
    const outputId = this.#now.outputId + 1;
    this.#now = { ...this.#now, outputId };
    this.#outputs = [...this.#outputs, outputId];
    return { error, outputId };
  }

  outputCompleted(outputId: number): void {
    if (!this.#outputs.includes(outputId)) return;
    this.#outputs = this.#outputs.filter((each) => each !== outputId);
    this.#queue.addOutputComplete(outputId);
  }

  /** Further output stops until the error is answered. */
  outputFailed(outputId: number, error: UposError): void {
    if (this.#outputs.includes(outputId)) this.#queue.addOutputError(error);
  }

  /** The next event for the application; null when none may be delivered now. */
  take(): UposEvent<Data> | null {
    if (this.#unanswered !== null) return null;
    const event = this.#queue.take(this.#now);
    if (event === null) return null;
    if (isInput(event)) this.#now = { ...this.#now, dataEventEnabled: false };
    if (event.type === "ErrorEvent") this.#unanswered = event;
    return event;
  }

  /** Answers the ErrorEvent that was taken last; the event's own `response` is the default. */
  respond(response: ErrorResponse): UposError {
    const event = this.#unanswered;
    if (event === null) return uposError("E_ILLEGAL");
    const answer = this.#answer(event, response);
    if (isSuccess(answer)) this.#unanswered = null;
    return answer;
  }

  #answer(event: ErrorEvent, response: ErrorResponse): UposError {
    if (event.locus !== ERROR_LOCUS.EL_OUTPUT) return this.#queue.answerInput(event, response);
    if (response === ERROR_RESPONSE.ER_CONTINUEINPUT) return uposError("E_ILLEGAL");
    if (response === ERROR_RESPONSE.ER_CLEAR) this.#outputs = [];
    return success;
  }

  #set(change: Partial<typeof opened>, isLegal = true): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    if (!isLegal) return uposError("E_ILLEGAL");
    this.#now = { ...this.#now, ...change };
    return success;
  }

  /** Queued input stays; output is over. */
  #disable(): void {
    this.#now = { ...this.#now, deviceEnabled: false, powerState: POWER_STATE.PS_UNKNOWN };
    this.#outputs = [];
    this.#queue.clearOutput();
    if (this.#unanswered?.locus === ERROR_LOCUS.EL_OUTPUT) this.#unanswered = null;
  }

  #empty(): void {
    this.#queue.clear();
    this.#unanswered = null;
  }
}
