import { pause } from "#drivers/links/pause.ts";
import { type UsbDevice, wordsOf } from "#drivers/links/usb-binding.ts";
import type { Pipe } from "#drivers/links/usb-interface.ts";
import { TRANSFER_WITHIN_MS, UsbRetry } from "#drivers/links/usb-retry.ts";

/** Some clones send empty packets without end; they are read, but not in a busy loop. */
const EMPTY_PAUSE_FIRST_MS = 5;
const EMPTY_PAUSE_LAST_MS = 20;

export interface UsbReaderEvents {
  data(bytes: Uint8Array): void;
  /** Told once, and nothing after it. */
  failed(reason: string): void;
}

/** Keeps one transfer towards us pending, for one packet: whatever comes ends it. */
export class UsbReader {
  readonly #device: UsbDevice;
  readonly #pipe: Pipe;
  readonly #events: UsbReaderEvents;
  readonly #ended: Promise<void>;
  #isStopped = false;

  constructor(device: UsbDevice, pipe: Pipe, events: UsbReaderEvents) {
    this.#device = device;
    this.#pipe = pipe;
    this.#events = events;
    this.#ended = this.#run();
  }

  /** Tells nothing more. Resolves when no transfer is pending any more. */
  stop(): Promise<void> {
    this.#isStopped = true;
    return this.#ended;
  }

  async #run(): Promise<void> {
    const { endpointNumber, packetBytes } = this.#pipe;
    const retry = new UsbRetry(this.#device, "in", endpointNumber);
    let emptyPause = EMPTY_PAUSE_FIRST_MS;
    while (!this.#isStopped) {
      try {
        const { data } = await this.#device.transferIn(
          endpointNumber,
          packetBytes,
          TRANSFER_WITHIN_MS,
        );
        retry.moved();
        if (data !== undefined && data.byteLength > 0) {
          emptyPause = EMPTY_PAUSE_FIRST_MS;
          this.#tell(data);
        } else {
          await pause(emptyPause);
          emptyPause = Math.min(EMPTY_PAUSE_LAST_MS, emptyPause * 2);
        }
      } catch (error) {
        if (await retry.mayRetry(error)) continue;
        if (!this.#isStopped) this.#events.failed(wordsOf(error));
        return;
      }
    }
  }

  #tell({ buffer, byteOffset, byteLength }: DataView): void {
    if (!this.#isStopped) this.#events.data(new Uint8Array(buffer, byteOffset, byteLength).slice());
  }
}
