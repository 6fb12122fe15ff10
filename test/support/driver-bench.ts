import type { Driver, Output } from "#drivers/driver.ts";
import type { MemoryPort, WoundClock } from "#simulator/bench/memory-bench.ts";
import { millis } from "#state/base/units.ts";

/** Between the driver and the device: what a port and its operating system take. */
const TRANSIT_MS = 1;

/** The host's end of a cable. */
export type HostEnd = Pick<MemoryPort, "send" | "attach" | "onReset">;

/** A real driver at the host's end of a virtual device's cable, on the bench's own clock. */
export class DriverBench<Command, Signal> {
  /** Everything that it has signalled since it was built. */
  readonly signals: Signal[] = [];
  readonly #driver: Driver<Command, Signal>;
  readonly #port: HostEnd;
  readonly #clock: WoundClock;
  readonly #onSignal: (signal: Signal) => void;
  #isOpen = false;
  #cancel = () => {};

  constructor(
    driver: Driver<Command, Signal>,
    port: HostEnd,
    clock: WoundClock,
    onSignal: (signal: Signal) => void = () => {},
  ) {
    this.#driver = driver;
    this.#port = port;
    this.#clock = clock;
    this.#onSignal = onSignal;
    port.attach((bytes) => {
      clock.after(TRANSIT_MS, () => {
        if (this.#isOpen) this.#take(driver.receive(bytes, clock.now()));
      });
    });
    // A reset connection is closed, and opened again a little later.
    port.onReset(() => {
      this.close();
      clock.after(1000, () => this.open());
    });
  }

  open(): void {
    this.#isOpen = true;
    this.#take(this.#driver.open(this.#clock.now()));
  }

  obey(command: Command): void {
    this.#take(this.#driver.obey(command, this.#clock.now()));
  }

  /** The link is lost, as the driver sees it. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#take(this.#driver.close(this.#clock.now()));
  }

  #take({ writes, signals }: Output<Signal>): void {
    for (const bytes of writes) {
      this.#clock.after(TRANSIT_MS, () => {
        if (this.#isOpen) this.#port.send(bytes);
      });
    }
    this.#arm();
    for (const signal of signals) {
      this.signals.push(signal);
      this.#onSignal(signal);
    }
  }

  #arm(): void {
    this.#cancel();
    const { deadline } = this.#driver;
    if (deadline === null) return;
    const delay = Math.max(0, deadline - this.#clock.now());
    this.#cancel = this.#clock.after(delay, () => {
      this.#take(this.#driver.wake(millis(this.#clock.now())));
    });
  }
}
