import type { Millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import { Led8Reader, type LightDialect } from "./displays/led8-reader.ts";
import type { Reader, Shown } from "./displays/reader.ts";
import { TextReader } from "./displays/text-reader.ts";

/** What the switches on a display's back choose. */
export const displayTongues = [
  "cd5220",
  "epson-dm-d",
  "led8",
  "led8-binary",
  "led8-partner",
  "led8n",
] as const satisfies readonly ("cd5220" | "epson-dm-d" | LightDialect)[];

export type DisplayTongue = (typeof displayTongues)[number];

export interface DisplayOptions {
  readonly speaks?: DisplayTongue;
}

export type DisplayAction =
  | { readonly kind: "power"; readonly power: "on" | "off" }
  /** Somebody sets its switches, which take effect with the next power-on: here at once. */
  | { readonly kind: "speaks"; readonly speaks: DisplayTongue };

export type DisplayEvent =
  /** The bytes in hex. */
  | { readonly kind: "display puzzled"; readonly bytes: string }
  | { readonly kind: "display switched"; readonly power: "on" | "off" };

/** Shows what it understands, keeps it while it has power, and never says anything. */
export class CustomerDisplay {
  readonly deadline: Millis | null = null;
  #speaks: DisplayTongue;
  #reader: Reader;
  #isOn = true;

  constructor({ speaks = "cd5220" }: DisplayOptions = {}) {
    this.#speaks = speaks;
    this.#reader = readerOf(speaks);
  }

  get speaks(): DisplayTongue {
    return this.#speaks;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get shown(): Shown {
    return this.#reader.shown;
  }

  receive(bytes: Uint8Array, _now: Millis): Output<DisplayEvent> {
    const events: DisplayEvent[] = [];
    for (const byte of this.#isOn ? bytes : []) {
      const unknown = this.#reader.take(byte);
      if (unknown !== null) events.push({ kind: "display puzzled", bytes: hex(unknown) });
    }
    return { writes: [], events };
  }

  act(action: DisplayAction, _now: Millis): Output<DisplayEvent> {
    if (action.kind === "speaks") {
      this.#speaks = action.speaks;
      this.#reader = readerOf(action.speaks);
      return { writes: [], events: [] };
    }
    const isOn = action.power === "on";
    if (isOn === this.#isOn) return { writes: [], events: [] };
    this.#isOn = isOn;
    this.#reader = readerOf(this.#speaks);
    return { writes: [], events: [{ kind: "display switched", power: action.power }] };
  }

  wake(_now: Millis): Output<DisplayEvent> {
    return { writes: [], events: [] };
  }
}

function readerOf(speaks: DisplayTongue): Reader {
  return speaks === "cd5220" || speaks === "epson-dm-d"
    ? new TextReader(speaks)
    : new Led8Reader(speaks);
}

const hex = (bytes: readonly number[]) =>
  bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
