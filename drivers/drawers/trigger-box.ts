import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** How often an open drawer is asked, and how long a repeated byte may stay away. */
const ASK_EVERY_MS = 500;
const SILENT_MS = 1000;
/** A drawer that does not answer this often has no switch, or speaks another language. */
const SILENCES_MAX = 3;

export interface TriggerModel {
  readonly opens: readonly number[];
  readonly sensor: Sensor;
}

/**
 * How a box tells whether it is open. `none`: not at all. `asked`: it answers `ask` with a byte of
 * which one bit is the switch. `repeats`: it sends a byte again and again while it is open.
 */
export type Sensor =
  | { readonly kind: "none" }
  | {
      readonly kind: "asked";
      readonly ask: readonly number[];
      readonly mask: number;
      readonly openWhen: "set" | "clear";
    }
  | { readonly kind: "repeats"; readonly byte: number };

/**
 * A cash drawer behind a trigger box: a byte opens it. Most boxes open on any byte, so not one is
 * sent when the port opens, and a switch is asked only from a kick until it says shut.
 */
export class TriggerBox implements Driver<DrawerCommand, DrawerSignal> {
  readonly #model: TriggerModel;
  #isLinked = false;
  /** What was told last; null while nobody knows. */
  #isOpen: boolean | null = null;
  #deadline: Millis | null = null;
  #silences = 0;

  constructor(model: TriggerModel) {
    this.#model = model;
  }

  get deadline(): Millis | null {
    return this.#deadline;
  }

  open(_now: Millis): Output<DrawerSignal> {
    this.#isLinked = true;
    return nothing;
  }

  receive(bytes: Uint8Array, now: Millis): Output<DrawerSignal> {
    const { sensor } = this.#model;
    return { writes: [], signals: [...bytes].flatMap((byte) => this.#hear(byte, sensor, now)) };
  }

  obey({ kickId }: DrawerCommand, now: Millis): Output<DrawerSignal> {
    if (!this.#isLinked) return { writes: [], signals: [{ type: "DrawerKickFailed", kickId }] };
    if (this.#model.sensor.kind === "asked") {
      this.#silences = 0;
      this.#deadline = millis(now + ASK_EVERY_MS);
    }
    const writes = [Uint8Array.from(this.#model.opens)];
    return { writes, signals: [{ type: "DrawerKicked", kickId }] };
  }

  wake(now: Millis): Output<DrawerSignal> {
    const { sensor } = this.#model;
    if (this.#deadline === null || now < this.#deadline) return nothing;
    if (sensor.kind !== "asked") {
      this.#deadline = null;
      return { writes: [], signals: this.#tell(false) };
    }
    this.#silences += 1;
    const isDeaf = this.#silences > SILENCES_MAX;
    this.#deadline = isDeaf ? null : millis(now + ASK_EVERY_MS);
    return isDeaf ? nothing : { writes: [Uint8Array.from(sensor.ask)], signals: [] };
  }

  close(_now: Millis): Output<DrawerSignal> {
    this.#isLinked = false;
    this.#deadline = null;
    this.#isOpen = null;
    return nothing;
  }

  #hear(byte: number, sensor: Sensor, now: Millis): readonly DrawerSignal[] {
    if (sensor.kind === "repeats" && byte === sensor.byte) {
      this.#deadline = millis(now + SILENT_MS);
      return this.#tell(true);
    }
    // What was not asked for is noise on the line, not a drawer.
    if (sensor.kind !== "asked" || this.#silences === 0 || this.#deadline === null) return [];
    const isOpen = ((byte & sensor.mask) !== 0) === (sensor.openWhen === "set");
    // A tray that has not moved yet reads shut: only shut after open ends the asking.
    if (!isOpen && this.#isOpen === true) this.#deadline = null;
    if (isOpen) this.#silences = 1;
    return this.#tell(isOpen);
  }

  #tell(open: boolean): readonly DrawerSignal[] {
    if (open === this.#isOpen) return [];
    this.#isOpen = open;
    return [{ type: "DrawerSensed", open }];
  }
}

const nothing: Output<never> = { writes: [], signals: [] };
