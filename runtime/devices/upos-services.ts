import type { DeviceClass } from "#drivers/upos/device-class.ts";
import type { SharedDevice } from "#drivers/upos/shared-device.ts";
import type { SlotDiagnosis } from "#runtime/devices/diagnosis.ts";
import { UposService } from "#runtime/devices/upos-service.ts";
import type { Clock } from "#runtime/host/clock.ts";

export interface UposServicesParts<Command, Signal> {
  readonly deviceClass: DeviceClass<Command, Signal>;
  /** What hangs on the device and is spoken to through it: the drawer on a printer. */
  readonly attached?: readonly DeviceClass<Command, Signal>[];
  /** Of the device itself; what hangs on it has no other owner. */
  readonly device?: SharedDevice | undefined;
  readonly clock: Clock;
  log(line: string): void;
}

/** The controls of one slot: its own, and one for each device that hangs on it. */
export class UposServices<Command, Signal> {
  readonly #own: UposService<Command, Signal>;
  readonly #attached: readonly UposService<Command, Signal>[];

  constructor({ attached = [], ...own }: UposServicesParts<Command, Signal>) {
    const { clock, log } = own;
    this.#own = new UposService(own);
    this.#attached = attached.map((deviceClass) => new UposService({ deviceClass, clock, log }));
  }

  get diagnosis(): Pick<SlotDiagnosis, "upos" | "attached"> {
    const attached = this.#attached.map(({ diagnosis }) => diagnosis);
    return { upos: this.#own.diagnosis, attached };
  }

  start(): void {
    for (const service of this.#all) service.start();
  }

  /** @returns whether the link may be opened: another slot of this terminal may hold the device */
  claim(): boolean {
    for (const service of this.#attached) service.claim();
    return this.#own.claim();
  }

  enable(isWanted: boolean): void {
    for (const service of this.#all) service.enable(isWanted);
  }

  lose(): void {
    for (const service of this.#all) service.lose();
  }

  close(): void {
    for (const service of this.#all) service.close();
  }

  reach(answers: boolean): void {
    for (const service of this.#all) service.reach(answers);
  }

  sense(signal: Signal): void {
    for (const service of this.#all) service.sense(signal);
  }

  /** @returns false for a command that the driver is not to be given */
  command(command: Command): boolean {
    return this.#all.map((service) => service.command(command)).every(Boolean);
  }

  /** @param deliver gets every signal; a scan when its control gives it up, or will not have it */
  take(signal: Signal, deliver: (signal: Signal) => void): void {
    for (const service of this.#all) service.take(signal, deliver);
    if (!this.#all.some((service) => service.isInput(signal))) deliver(signal);
  }

  get #all(): readonly UposService<Command, Signal>[] {
    return [this.#own, ...this.#attached];
  }
}
