import type {
  DeviceStatus,
  Happening,
  SlotDiagnosis,
  SlotState,
} from "#runtime/devices/diagnosis.ts";
import type { Clock } from "#runtime/host/clock.ts";

/** More of a system's words than this says nothing more. */
const TEXT_LIMIT = 500;

/** What one device did since the terminal started, counted for the diagnosis. */
export class SlotRecord {
  readonly #clock: Clock;
  #state: SlotState = "absent";
  #since: number;
  /** What it was before it was tried again. */
  #before: { readonly state: SlotState; readonly since: number };
  #status: DeviceStatus | null = null;
  #says: string | null = null;
  #bytesIn = 0;
  #bytesOut = 0;
  #signals = 0;
  #opens = 0;
  #losses = 0;
  #lastSignal: Happening | null = null;
  #lastError: Happening | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.wall();
    this.#before = { state: this.#state, since: this.#since };
  }

  /** A try that comes to nothing is no change: the device is as long away as it was before. */
  become(state: SlotState): void {
    if (state === this.#state) return;
    if (state === "found") this.#before = { state: this.#state, since: this.#since };
    const { state: before, since } = this.#before;
    this.#since = this.#state === "found" && state === before ? since : this.#clock.wall();
    this.#state = state;
  }

  opened(): void {
    this.#opens += 1;
  }

  received(bytes: Uint8Array): void {
    this.#bytesIn += bytes.length;
  }

  wrote(bytes: Uint8Array): void {
    this.#bytesOut += bytes.length;
  }

  /** @param status what the signal says of the device; null when it says nothing */
  told(type: string, status: DeviceStatus | null): void {
    this.#signals += 1;
    this.#lastSignal = this.#now(type);
    this.#status = status ?? this.#status;
  }

  /** @param says what it calls itself; null when the signal does not tell */
  named(says: string | null): void {
    this.#says = says?.slice(0, TEXT_LIMIT) ?? this.#says;
  }

  /** @param wasOpen false when the link could not be opened in the first place */
  failed(reason: string, wasOpen: boolean): void {
    if (wasOpen) this.#losses += 1;
    this.#status = null;
    this.#says = null;
    this.#lastError = this.#now(reason);
  }

  get diagnosis(): Omit<
    SlotDiagnosis,
    "name" | "address" | "driver" | "found" | "upos" | "attached"
  > {
    return {
      ...{ state: this.#state, since: this.#since },
      ...{ status: this.#status, says: this.#says },
      ...{ bytesIn: this.#bytesIn, bytesOut: this.#bytesOut, signals: this.#signals },
      ...{ opens: this.#opens, losses: this.#losses },
      ...{ lastSignal: this.#lastSignal, lastError: this.#lastError },
    };
  }

  #now(text: string): Happening {
    return { text: text.slice(0, TEXT_LIMIT), at: this.#clock.wall() };
  }
}
