import { isSuccess, success, type UposError, uposError } from "#drivers/upos/error.ts";
import {
  type ErrorEvent,
  type ErrorResponse,
  EventQueue,
  isInput,
  type UposEvent,
} from "#drivers/upos/event-queue.ts";
import { ControlLife } from "#drivers/upos/life.ts";
import {
  type ClassProperties,
  commonCapabilities,
  type LifeOptions,
  OwnValues,
  type PropertyValue,
  type PropertyValues,
  type Value,
} from "#drivers/upos/properties.ts";
import { COMMUNICATION_ERRORS, type Counts, Statistics } from "#drivers/upos/statistics.ts";
import { ERROR_LOCUS, ERROR_RESPONSE, POWER_STATE, STATE } from "#drivers/wire/upos.ts";

/** The id of output that its caller waits for: it has no events. */
const SYNCHRONOUS = 0;

/** What a class adds to what all classes share. */
export interface ControlOptions<Data = never> extends LifeOptions {
  readonly properties?: ClassProperties;
  /** What the class counts beside its errors of communication. */
  readonly statistics?: readonly string[];
  /** Status of the one event that FlagWhenIdle asks for; null where the class has no output. */
  readonly idleStatus?: number | null;
  /** Whether statuses are told, by the class's own properties; always, if left out. */
  tellsStatus?(now: PropertyValues): boolean;
  /** Properties that are filled just before an event is delivered. */
  propertiesOf?(event: UposEvent<Data>, now: PropertyValues): PropertyValues;
}

/**
 * A UnifiedPOS device control. Pure: no clock, no device. What happens to the device is told with
 * `input`, `power` and the like; what the application is to learn is taken with `take`.
 *
 * Source: UnifiedPOS 1.16, chapter 1, "Events", "Device Input Model", "Device Output Models".
 */
export class UposControl<Data = never> extends ControlLife {
  readonly #options: ControlOptions<Data>;
  readonly #queue = new EventQueue<Data>();
  readonly #own: OwnValues;
  readonly #statistics: Statistics;
  #outputs: readonly number[] = [];
  /** As last told, whether anybody was to learn of it or not. */
  #power: Value<typeof POWER_STATE> = POWER_STATE.PS_UNKNOWN;
  /** Taken by the application and not answered yet. */
  #unanswered: ErrorEvent | null = null;

  constructor(options: ControlOptions<Data>) {
    super(options);
    this.#options = options;
    this.#own = new OwnValues({ ...commonCapabilities(options), ...options.properties });
    this.#statistics = new Statistics(options.statistics ?? []);
  }

  get state(): Value<typeof STATE> {
    if (!this.isOpen) return STATE.S_CLOSED;
    if (this.#unanswered !== null || this.#queue.holdsError) return STATE.S_ERROR;
    return this.#outputs.length > 0 ? STATE.S_BUSY : STATE.S_IDLE;
  }

  get dataCount(): number {
    return this.#queue.dataCount;
  }

  /** As counted since the control was made, whatever its state. */
  get counts(): Counts {
    return this.#statistics.counts;
  }

  /** A property of the class; `E_ILLEGAL` where the class has none of that name. */
  read(name: string): { error: UposError; value: PropertyValue | null } {
    const property = this.#own.describe(name);
    const error =
      property?.needs === "enabled" ? this.check() : this.#permit({ isLegal: property !== null });
    return { error, value: isSuccess(error) ? (this.#own.all[name] ?? null) : null };
  }

  /** Sets a property of the class. */
  write(name: string, value: PropertyValue): UposError {
    const { settable, initial } = this.#own.describe(name) ?? {};
    const isNow = settable === "always" || !this.properties.deviceEnabled;
    const isLegal = settable !== undefined && typeof value === typeof initial && isNow;
    const error = this.#permit({ isLegal });
    if (isSuccess(error)) this.#own.learn({ [name]: value });
    return error;
  }

  /** What the device said of itself. */
  learn(values: PropertyValues): void {
    if (this.isOpen) this.#own.learn(values);
  }

  /** Once, when all output is done; at once, where none is under way. */
  setFlagWhenIdle(flagWhenIdle: boolean): UposError {
    const { idleStatus = null } = this.#options;
    const error = this.set({ flagWhenIdle }, idleStatus !== null);
    if (isSuccess(error)) this.#tellIdle();
    return error;
  }

  /** Drops queued input, and its error. */
  clearInput(): UposError {
    const error = this.check({ needsEnabled: false });
    if (!isSuccess(error)) return error;
    this.#queue.clearInput();
    if (this.#unanswered !== null && isInput(this.#unanswered)) this.#unanswered = null;
    return error;
  }

  /** Blanks what the last DataEvent filled. */
  clearInputProperties(): UposError {
    const error = this.check({ needsEnabled: false });
    if (isSuccess(error)) this.#own.blankInput();
    return error;
  }

  /** Drops asynchronous output, and its error. */
  clearOutput(): UposError {
    const error = this.check({ isOutput: true, needsEnabled: false });
    if (!isSuccess(error)) return error;
    this.endOutput();
    this.#tellIdle();
    return error;
  }

  /** Whether a command that the standard has no method for may be given to the device. */
  directIO(hardware: UposError = success): UposError {
    return this.check({ isOutput: true, needsEnabled: false, hardware });
  }

  /** @param names none: all that the class counts */
  retrieveStatistics(names: readonly string[] = []): { error: UposError; counts: Counts } {
    const error = this.check();
    return isSuccess(error) ? this.#statistics.retrieve(names) : { error, counts: {} };
  }

  /** @param names none: all that the class counts */
  resetStatistics(names: readonly string[] = []): UposError {
    const error = this.check();
    return isSuccess(error) ? this.#statistics.reset(names) : error;
  }

  updateStatistics(counts: Counts): UposError {
    const error = this.check();
    return isSuccess(error) ? this.#statistics.update(counts) : error;
  }

  count(more: Counts): void {
    this.#statistics.count(more);
  }

  /**
   * The device read something.
   *
   * @returns false when nobody will learn of it: not enabled, or too much waits already
   */
  input(data: Data): boolean {
    if (!this.isOpen || !this.now.deviceEnabled) return false;
    const isQueued = this.#queue.addData(data);
    if (isQueued && this.now.autoDisable) this.disable();
    return isQueued;
  }

  inputFailed(error: UposError): void {
    if (!this.isOpen || !this.now.deviceEnabled) return;
    this.#statistics.count({ [COMMUNICATION_ERRORS]: 1 });
    this.#queue.addInputError(error);
  }

  statusUpdate(status: number): void {
    if (!this.isOpen || !this.now.deviceEnabled) return;
    const isTold = this.#options.tellsStatus?.(this.#own.all) ?? true;
    if (isTold) this.#queue.addStatus(status);
  }

  /** The device said something that only its maker knows. */
  directIOEvent(eventNumber: number, data: number, obj: string): void {
    if (!this.isOpen || !this.now.deviceEnabled) return;
    this.#queue.addDirectIO(eventNumber, data, obj);
  }

  /** Told at each change, and first when the device was enabled. Power values are status values. */
  power(powerState: Value<typeof POWER_STATE>): void {
    this.#power = powerState;
    if (!this.becomePower(powerState)) return;
    if (powerState === POWER_STATE.PS_ONLINE) this.#statistics.count({ OnlineTransitionCount: 1 });
    this.#queue.addStatus(powerState);
  }

  /**
   * Begins output, which ends with `outputCompleted` or `outputFailed`. With AsyncMode it is queued
   * and told by events; without, it needs an idle device, has the id 0, and its caller waits.
   *
   * @returns the output's id; the refusal, and then nothing was begun
   */
  beginOutput(hardware: UposError = success): { error: UposError; outputId: number } {
    const { asyncMode, outputId: newest } = this.now;
    const error = this.check({ isOutput: true, needsIdle: !asyncMode, hardware });
    if (!isSuccess(error)) return { error, outputId: SYNCHRONOUS };
    const outputId = asyncMode ? newest + 1 : SYNCHRONOUS;
    if (asyncMode) this.now = { ...this.now, outputId };
    this.#outputs = [...this.#outputs, outputId];
    return { error, outputId };
  }

  outputCompleted(outputId: number): void {
    if (!this.#outputs.includes(outputId)) return;
    this.#outputs = this.#outputs.filter((each) => each !== outputId);
    if (outputId !== SYNCHRONOUS) this.#queue.addOutputComplete(outputId);
    this.#tellIdle();
  }

  /** Further output stops until the error is answered; whoever waits for it has his answer. */
  outputFailed(outputId: number, error: UposError): void {
    if (!this.#outputs.includes(outputId)) return;
    if (outputId === SYNCHRONOUS) this.outputCompleted(outputId);
    else this.#queue.addOutputError(error);
  }

  /** The next event for the application; null when none may be delivered now. */
  take(): UposEvent<Data> | null {
    if (this.#unanswered !== null) return null;
    const event = this.#queue.take(this.now);
    if (event === null) return null;
    if (isInput(event)) this.now = { ...this.now, dataEventEnabled: false };
    if (event.type === "ErrorEvent") this.#unanswered = event;
    if (this.#isIdleEvent(event)) this.now = { ...this.now, flagWhenIdle: false };
    this.#own.learn(this.#options.propertiesOf?.(event, this.#own.all) ?? {});
    return event;
  }

  /** Answers the ErrorEvent that was taken last; the event's own `response` is the default. */
  respond(response: ErrorResponse): UposError {
    const event = this.#unanswered;
    if (event === null) return uposError("E_ILLEGAL");
    const answer = this.#answer(event, response);
    if (isSuccess(answer)) {
      this.#unanswered = null;
      this.#tellIdle();
    }
    return answer;
  }

  protected begin(): void {
    this.#own.reset();
  }

  /** Of a device that is not there nothing is told yet: it may be on its way. */
  protected work(): void {
    const { PS_ONLINE, PS_OFFLINE } = POWER_STATE;
    if (this.#power === PS_ONLINE || this.#power === PS_OFFLINE) this.power(this.#power);
  }

  protected endOutput(): void {
    this.#outputs = [];
    this.#queue.clearOutput();
    if (this.#unanswered?.locus === ERROR_LOCUS.EL_OUTPUT) this.#unanswered = null;
  }

  protected dropEvents(): void {
    this.#queue.clear();
    this.#unanswered = null;
  }

  /** No claim and no enabling is asked for. */
  #permit({ isLegal }: { readonly isLegal: boolean }): UposError {
    return this.set({}, isLegal);
  }

  #tellIdle(): void {
    const { idleStatus = null } = this.#options;
    if (idleStatus === null || !this.now.flagWhenIdle || this.state !== STATE.S_IDLE) return;
    if (!this.#queue.holdsStatus(idleStatus)) this.#queue.addStatus(idleStatus);
  }

  #isIdleEvent(event: UposEvent<Data>): boolean {
    return event.type === "StatusUpdateEvent" && event.status === this.#options.idleStatus;
  }

  #answer(event: ErrorEvent, response: ErrorResponse): UposError {
    if (event.locus !== ERROR_LOCUS.EL_OUTPUT) return this.#queue.answerInput(event, response);
    if (response === ERROR_RESPONSE.ER_CONTINUEINPUT) return uposError("E_ILLEGAL");
    if (response === ERROR_RESPONSE.ER_CLEAR) this.endOutput();
    return success;
  }
}
