import { type UsbDevice, wordsOf } from "#drivers/links/usb-binding.ts";
import type { Pipe } from "#drivers/links/usb-interface.ts";
import { TRANSFER_WITHIN_MS, UsbRetry } from "#drivers/links/usb-retry.ts";

/** Bytes that may wait for a printer that takes none; a receipt is a few thousand. */
const BACKLOG_LIMIT = 256 * 1024;

/**
 * Sends bytes in order, one packet a transfer. The binding does not tell how much of a transfer
 * that failed was moved; one packet is taken whole or not at all, so it is simply sent again, and
 * no byte is lost or printed twice, however long the printer refuses.
 */
export class UsbWriter {
  readonly #device: UsbDevice;
  readonly #pipe: Pipe;
  readonly #failed: (reason: string) => void;
  #queue: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;
  #running: Promise<void> | null = null;
  #isStopped = false;

  /** @param failed told once at most */
  constructor(device: UsbDevice, pipe: Pipe, failed: (reason: string) => void) {
    this.#device = device;
    this.#pipe = pipe;
    this.#failed = failed;
  }

  /** Bytes that the device has not taken yet. */
  get waiting(): number {
    return this.#waiting;
  }

  write(bytes: Uint8Array): void {
    if (this.#isStopped) return;
    this.#waiting += bytes.length;
    if (this.#waiting > BACKLOG_LIMIT) {
      this.#fail("the device takes no more bytes");
      return;
    }
    for (let at = 0; at < bytes.length; at += this.#pipe.packetBytes) {
      this.#queue.push(new Uint8Array(bytes.subarray(at, at + this.#pipe.packetBytes)));
    }
    this.#running ??= this.#run();
  }

  /** Resolves when all is sent, or nothing more can be. */
  async drained(): Promise<void> {
    await this.#running;
  }

  /** Sends nothing more. Resolves when no transfer is pending any more. */
  stop(): Promise<void> {
    this.#isStopped = true;
    return this.drained();
  }

  async #run(): Promise<void> {
    const { endpointNumber } = this.#pipe;
    const retry = new UsbRetry(this.#device, "out", endpointNumber);
    for (let packet = this.#queue[0]; packet !== undefined; packet = this.#queue[0]) {
      if (this.#isStopped) break;
      try {
        await this.#device.transferOut(endpointNumber, packet, TRANSFER_WITHIN_MS);
        retry.moved();
        this.#queue.shift();
        this.#waiting -= packet.length;
      } catch (error) {
        if (await retry.mayRetry(error)) continue;
        this.#fail(wordsOf(error));
      }
    }
    this.#running = null;
  }

  #fail(reason: string): void {
    if (!this.#isStopped) this.#failed(reason);
    this.#isStopped = true;
  }
}
