import { pause } from "#drivers/links/pause.ts";
import { failureOf, type UsbDevice } from "#drivers/links/usb-binding.ts";

/**
 * A transfer waits as long as the device answers NAK. A time-out is not harmless: what moves while
 * it is being cancelled is told as cancelled, so an answer would be lost, or a packet sent twice.
 * Once an hour that is a chance of one to millions; transfers end by being broken off instead.
 */
export const TRANSFER_WITHIN_MS = 3_600_000;
/** An endpoint that refuses this often in a row, cleared each time, will not recover by itself. */
const STALLS_MAX = 8;
const PAUSE_MS = 50;

/** Decides for one endpoint whether a transfer that failed may be sent again. */
export class UsbRetry {
  readonly #device: UsbDevice;
  readonly #direction: "in" | "out";
  readonly #endpointNumber: number;
  #stalls = 0;

  constructor(device: UsbDevice, direction: "in" | "out", endpointNumber: number) {
    this.#device = device;
    this.#direction = direction;
    this.#endpointNumber = endpointNumber;
  }

  /** A transfer went through. */
  moved(): void {
    this.#stalls = 0;
  }

  /** Resolves when it may be tried again: at once after a time-out; a halt is cleared first. */
  async mayRetry(error: unknown): Promise<boolean> {
    const failure = failureOf(error);
    if (failure === "timed-out") return true;
    this.#stalls += 1;
    if (failure === "other" || this.#stalls > STALLS_MAX) return false;
    try {
      await this.#device.clearHalt(this.#direction, this.#endpointNumber);
    } catch {
      return false; // gone, or deaf: the STALL itself is the better reason to give
    }
    await pause(PAUSE_MS);
    return true;
  }
}
