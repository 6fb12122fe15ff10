import { isSuccess, success, type UposError, uposError } from "#drivers/upos/error.ts";
import { type LifeOptions, type Operation, opened, type Value } from "#drivers/upos/properties.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import {
  CHECK_HEALTH,
  ERROR_CODE,
  FOREVER,
  POWER_NOTIFY,
  POWER_REPORTING,
  POWER_STATE,
  SERVICE_VERSION,
  STATE,
} from "#drivers/wire/upos.ts";
import { type Millis, millis } from "#state/base/units.ts";

/**
 * The life of a UnifiedPOS device control: `open`, `claim`, `DeviceEnabled`, work, and back; what
 * each step sets and resets, and who may do what when. Every call answers with its error code, and
 * changes nothing unless that is `SUCCESS`.
 *
 * Source: UnifiedPOS 1.16, chapter 1, "Device Behavior Models", and "Common Properties".
 */
export abstract class ControlLife {
  readonly deviceServiceVersion = SERVICE_VERSION;
  readonly #options: LifeOptions;
  readonly #device: SharedDevice;
  #isOpen = false;
  protected now = { ...opened };

  constructor(options: LifeOptions) {
    this.#options = options;
    this.#device = options.device ?? new SharedDevice();
  }

  abstract get state(): Value<typeof STATE>;
  /** Output is over: what was under way, and what failed. */
  protected abstract endOutput(): void;
  /** No event is told any more. */
  protected abstract dropEvents(): void;
  /** A life begins. */
  protected abstract begin(): void;
  /** It was just enabled. */
  protected abstract work(): void;

  get claimed(): boolean {
    return this.#device.owner === this;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get properties(): Readonly<typeof opened> {
    return this.now;
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
    if (needsEnabled && !this.now.deviceEnabled) return uposError("E_DISABLED");
    if (!isLegal) return uposError("E_ILLEGAL");
    if (needsIdle && this.state !== STATE.S_IDLE) return uposError("E_BUSY");
    return operation.hardware ?? success;
  }

  open(): UposError {
    if (this.#isOpen) return uposError("E_ILLEGAL");
    this.#isOpen = true;
    this.now = { ...opened };
    this.begin();
    return success;
  }

  /** Disables and releases. */
  close(): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    this.disable();
    this.dropEvents();
    this.#isOpen = false;
    this.#device.forget(this);
    if (this.claimed) this.#device.release();
    return success;
  }

  /** As `claimWithin`, but where another has it `E_TIMEOUT` comes at once. */
  claim(timeoutMs: number): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    if (this.#options.sharing === "unclaimable" || timeoutMs < FOREVER) {
      return uposError("E_ILLEGAL");
    }
    if (this.claimed) return uposError("E_CLAIMED");
    return this.#device.take(this) ? success : uposError("E_TIMEOUT");
  }

  /**
   * Waits until whoever has the device releases it. Time is the device's: its `wake` ends a wait.
   *
   * @param timeoutMs 0: does not wait; -1: for ever
   * @param done is called once with what the claim came to: at once, unless another has the device
   */
  claimWithin(timeoutMs: number, now: Millis, done: (result: UposError) => void): void {
    const atOnce = this.claim(timeoutMs);
    const isOver = atOnce.code !== ERROR_CODE.E_TIMEOUT || timeoutMs === 0;
    if (isOver) done(atOnce);
    else this.#device.wait(this, timeoutMs === FOREVER ? null : millis(now + timeoutMs), done);
  }

  release(): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    if (!this.claimed) return uposError("E_NOTCLAIMED");
    if (this.#options.sharing === "exclusive") {
      this.disable();
      this.dropEvents();
    }
    this.#device.release();
    return success;
  }

  /** @param hardware what enabling came to, where it was tried */
  setDeviceEnabled(deviceEnabled: boolean, hardware: UposError = success): UposError {
    const refused = this.check({ needsEnabled: false, hardware });
    if (!isSuccess(refused)) return refused;
    if (!deviceEnabled) this.disable();
    else if (!this.now.deviceEnabled) {
      this.now = { ...this.now, deviceEnabled };
      this.work();
    }
    return success;
  }

  setDataEventEnabled(dataEventEnabled: boolean): UposError {
    return this.set({ dataEventEnabled });
  }

  /** No event of any type is delivered while it is true. */
  setFreezeEvents(freezeEvents: boolean): UposError {
    return this.set({ freezeEvents });
  }

  /** One input, and the device is disabled. */
  setAutoDisable(autoDisable: boolean): UposError {
    return this.set({ autoDisable });
  }

  setAsyncMode(asyncMode: boolean): UposError {
    return this.set({ asyncMode });
  }

  setPowerNotify(powerNotify: Value<typeof POWER_NOTIFY>): UposError {
    const isBlind = this.#options.capPowerReporting === POWER_REPORTING.PR_NONE;
    return this.set({ powerNotify }, !isBlind && !this.now.deviceEnabled);
  }

  /** Of the levels only the internal one needs no person and no paper. */
  checkHealth(level: Value<typeof CHECK_HEALTH>, hardware: UposError): UposError {
    const isLegal = level === CHECK_HEALTH.CH_INTERNAL;
    const result = this.check({ isLegal, hardware });
    if (!this.#isOpen || !isLegal) return result;
    const found = isSuccess(result) ? "Successful" : `Not: ${result.code}/${result.extended}`;
    this.now = { ...this.now, checkHealthText: `Internal HCheck: ${found}` };
    return result;
  }

  /** `E_ILLEGAL` where nothing else is in the way: CapCompareFirmwareVersion is false. */
  compareFirmwareVersion(_file: string): UposError {
    return this.check({ isLegal: false });
  }

  /** `E_ILLEGAL` where nothing else is in the way: CapUpdateFirmware is false. */
  updateFirmware(_file: string): UposError {
    return this.check({ isLegal: false });
  }

  protected set(change: Partial<typeof opened>, isLegal = true): UposError {
    if (!this.#isOpen) return uposError("E_CLOSED");
    if (!isLegal) return uposError("E_ILLEGAL");
    this.now = { ...this.now, ...change };
    return success;
  }

  /** Queued input stays; output is over. */
  protected disable(): void {
    this.now = { ...this.now, deviceEnabled: false, powerState: POWER_STATE.PS_UNKNOWN };
    this.endOutput();
  }

  /** @returns whether the application is to learn of it */
  protected becomePower(powerState: Value<typeof POWER_STATE>): boolean {
    const { powerNotify, deviceEnabled } = this.now;
    if (!deviceEnabled || powerNotify === POWER_NOTIFY.PN_DISABLED) return false;
    if (powerState === this.now.powerState) return false;
    this.now = { ...this.now, powerState };
    return true;
  }
}
