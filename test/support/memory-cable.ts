import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { Clock } from "#runtime/host/clock.ts";
import { millis } from "#state/base/units.ts";

/** What opening a port takes. */
const OPENING_MS = 3;

/**
 * A cable between a driver and a virtual device, with an instant for each byte, so that it can be
 * pulled in the middle of anything. What has not arrived when it is pulled never will.
 */
export class MemoryCable {
  readonly #clock: Clock;
  readonly #bytesPerMs: number;
  /** The device's end. */
  readonly #device: { receive(bytes: Uint8Array): void; room(): number };
  #events: LinkEvents | null = null;
  #isOpen = false;
  #isPlugged = true;
  #toDevice: number[] = [];
  #cancelPump: (() => void) | null = null;
  #openedAt = 0;
  #hasSent = false;
  /** How many links were opened on it and not closed again. */
  held = 0;

  /** @param bytesPerMs 1 is 9600 baud, 12 is 115200 */
  constructor(
    clock: Clock,
    device: { receive(bytes: Uint8Array): void; room(): number },
    bytesPerMs: number,
  ) {
    this.#clock = clock;
    this.#device = device;
    this.#bytesPerMs = bytesPerMs;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opened less than 50 ms ago, and nothing has come yet: what comes now began before. */
  get isJustOpened(): boolean {
    return !this.#hasSent && this.#clock.monotonic() < this.#openedAt + 50;
  }

  readonly openLink = (events: LinkEvents): Link => {
    this.held += 1;
    let isDone = false;
    const done = (reason: string | null) => {
      if (isDone) return;
      isDone = true;
      this.held -= 1;
      if (this.#events === own) this.#drop();
      events.closed(reason);
    };
    const own: LinkEvents = { ...events, closed: done };
    this.#clock.after(millis(OPENING_MS), () => {
      if (isDone) return;
      if (!this.#isPlugged || this.#events !== null) {
        done(this.#isPlugged ? "Resource busy" : "No such file or directory");
        return;
      }
      this.#events = own;
      this.#isOpen = true;
      this.#openedAt = this.#clock.monotonic();
      this.#hasSent = false;
      events.opened();
    });
    return {
      write: (bytes) => {
        if (this.#events === own) this.#write(bytes);
      },
      close: () => done(null),
    };
  };

  /** From the device. @returns whether the host got them */
  send(bytes: Uint8Array): boolean {
    if (!this.#isOpen || this.#events === null) return false;
    this.#hasSent = true;
    this.#events.data(bytes);
    return true;
  }

  plug(): void {
    this.#isPlugged = true;
  }

  unplug(): void {
    this.#isPlugged = false;
    this.#events?.closed("No such device");
  }

  /** The host's process dies: its link is gone, and what it wrote is on its way all the same. */
  hangUp(): void {
    if (this.#events === null) return;
    const onItsWay = this.#toDevice;
    this.#events.closed("device process ended: SIGKILL");
    this.#write(onItsWay);
  }

  #write(bytes: readonly number[] | Uint8Array): void {
    this.#toDevice.push(...bytes);
    this.#pumpLater();
  }

  #pumpLater(): void {
    this.#cancelPump ??= this.#clock.after(millis(1), () => {
      this.#cancelPump = null;
      const count = Math.min(this.#bytesPerMs, this.#device.room(), this.#toDevice.length);
      const bytes = this.#toDevice.splice(0, Math.max(0, count));
      if (bytes.length > 0) this.#device.receive(Uint8Array.from(bytes));
      if (this.#toDevice.length > 0) this.#pumpLater();
    });
  }

  #drop(): void {
    this.#events = null;
    this.#isOpen = false;
    this.#toDevice = [];
    this.#cancelPump?.();
    this.#cancelPump = null;
  }
}
