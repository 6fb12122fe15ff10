/**
 * A bar code scanner on USB usage page 8C, at the level of reports. It obeys what its maker's
 * manual lets a host say: Honeywell's commands and menu in output report FD, Newland's 7E frames
 * in output report 04, which it acknowledges.
 *
 * Sources: python_hon_usbhid README; Newland FM420 manual. That the acknowledgement fills a whole
 * report is a guess, and so is that other makers' scanners take no command at all.
 */
import {
  REPORT_ID_HONEYWELL_COMMAND,
  REPORT_ID_HONEYWELL_ENABLE,
  REPORT_ID_NEWLAND_COMMAND,
  REPORT_LENGTH,
  REPORT_TYPE_FEATURE,
  REPORT_TYPE_OUTPUT,
} from "#drivers/wire/hid-pos.ts";
import type { Millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import {
  type HidPosLayout,
  type HidRead,
  hidPosReports,
  letters,
} from "./scanning/hid-pos-reports.ts";
import { HoneywellMenu } from "./scanning/honeywell-menu.ts";
import { LastPart } from "./scanning/last-part.ts";
import { ScanSession } from "./scanning/scan-session.ts";
import {
  guessSymbology,
  type ScannerCommandName,
  type ScannerEvent,
  type Symbology,
  scanBytes,
} from "./serial-scanner.ts";

/** `generic` never waits: Zebra, Datalogic; `shifted` has a byte before its identifier. */
export const hidPosTongues = ["honeywell", "generic", "shifted", "newland"] as const;
export type HidPosTongue = (typeof hidPosTongues)[number];

const layouts: Readonly<Record<HidPosTongue, HidPosLayout>> = {
  honeywell: "A",
  generic: "A",
  shifted: "A-shifted",
  newland: "B",
};

export interface LabelInSight {
  readonly label: string;
  /** Guessed from the label when left out. */
  readonly symbology?: Symbology;
}

export type HidScannerAction =
  /** The operator pulls the trigger on a label. */
  | ({ readonly kind: "trigger" } & LabelInSight)
  /** It sends a report as it is. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** A label is laid before the window, for the host to pull the trigger on; null takes it away. */
  | { readonly kind: "present"; readonly sight: LabelInSight | null }
  | { readonly kind: "speaks"; readonly speaks: HidPosTongue }
  /** The next label of several reports has its last one so late; null: it never comes. */
  | { readonly kind: "last part"; readonly delayMs: number | null };

/** By the sign behind 16h. Source: python_hon_usbhid README. */
const honeywellCommands: Readonly<Record<string, ScannerCommandName>> = {
  "54 0d": "trigger pulled",
  "55 0d": "trigger let go",
  "07 0d": "beeped",
};
/** Whole frames with their checks, as the Newland manual prints them. */
const newlandCommands: Readonly<Record<string, ScannerCommandName>> = {
  "7e 00 08 01 00 02 01 02 da": "trigger pulled",
  "7e 00 08 01 00 02 02 32 b9": "trigger let go",
  "7e 00 08 01 00 00 d5 ef 41": "commands only",
};
const newlandAcknowledgement = [0x02, 0x00, 0x00, 0x01, 0x00, 0x33, 0x31];
/** `16 4D 0D`, and the menu command behind it. */
const MENU = "16 4d 0d";

export class HidPosScanner {
  #speaks: HidPosTongue;
  #isOn = true;
  #isEnabled: boolean;
  #isFingerDeaf = false;
  #scans = 0;
  #lastPart = new LastPart();
  #menu = new HoneywellMenu();
  #session = new ScanSession<LabelInSight>();

  constructor({ speaks = "honeywell" }: { readonly speaks?: HidPosTongue | undefined } = {}) {
    this.#speaks = speaks;
    this.#isEnabled = speaks !== "honeywell";
  }

  get speaks(): HidPosTongue {
    return this.#speaks;
  }

  /** Whether the host has asked for data; only Honeywell's wait for it. */
  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  /** How many labels it has sent since it was built. */
  get scans(): number {
    return this.#scans;
  }

  get deadline(): Millis | null {
    return this.#lastPart.deadline;
  }

  /** A report from the host: `[report type, report id, …data]`. */
  receive([type, id, ...data]: Uint8Array, now: Millis): Output<ScannerEvent> {
    if (!this.#isOn) return nothing;
    if (type === REPORT_TYPE_FEATURE && id === REPORT_ID_HONEYWELL_ENABLE) {
      if (this.#speaks !== "honeywell") return ignored(data.length);
      this.#isEnabled = data[0] === 1;
      return obeyed(this.#isEnabled ? "enabled" : "disabled");
    }
    if (type !== REPORT_TYPE_OUTPUT) return ignored(data.length);
    const frame = data.slice(1, 1 + (data[0] ?? 0));
    if (id === REPORT_ID_HONEYWELL_COMMAND && this.#speaks === "honeywell") {
      return this.#obeyHoneywell(frame, data.slice(1), now);
    }
    if (id === REPORT_ID_NEWLAND_COMMAND && this.#speaks === "newland") {
      return this.#obeyNewland(frame, now);
    }
    return ignored(data.length);
  }

  act(action: HidScannerAction, now: Millis): Output<ScannerEvent> {
    switch (action.kind) {
      case "trigger":
        return this.#isFingerDeaf ? dropped("commands only") : this.#scan(action, now);
      case "bytes":
        if (!this.#isOn) return dropped("no power");
        return {
          writes: [action.bytes],
          events: [{ kind: "raw bytes", count: action.bytes.length }],
        };
      case "present": {
        const seen = this.#session.present(action.sight);
        return seen === null ? nothing : this.#scan(seen, now);
      }
      case "speaks":
        this.#speaks = action.speaks;
        this.#restart();
        return nothing;
      case "last part":
        this.#lastPart.spoil(action.delayMs);
        return nothing;
    }
  }

  power(power: "on" | "off"): Output<ScannerEvent> {
    this.#isOn = power === "on";
    this.#restart();
    return nothing;
  }

  wake(now: Millis): Output<ScannerEvent> {
    return { writes: this.#lastPart.wake(now), events: [] };
  }

  #restart(): void {
    this.#isEnabled = this.#speaks !== "honeywell";
    this.#isFingerDeaf = false;
    this.#lastPart.forget();
    this.#session.letGo();
    this.#menu.restart();
  }

  #obeyHoneywell(frame: readonly number[], all: readonly number[], now: Millis) {
    const what = frame[0] === 0x16 ? honeywellCommands[hexOf(frame.slice(1))] : undefined;
    if (what !== undefined) return this.#obey(what, now);
    // The length before a menu command is not checked, as captured.
    if (hexOf(all.slice(0, 3)) !== MENU) return ignored(all.length);
    const text = String.fromCharCode(...all.slice(3).filter((byte) => byte !== 0));
    const { text: told, echo, set } = this.#menu.obey(text);
    const reads = [
      { aim: "]X0", label: told },
      { aim: "]Z6", label: echo },
    ];
    const writes = reads.flatMap((read) => hidPosReports("A", read));
    const asked: ScannerEvent = { kind: "scanner asked", about: printable(text) };
    const events = set.map((each) => ({ kind: "scanner set up", ...each }) as const);
    return { writes, events: [asked, ...events] };
  }

  #obeyNewland(frame: readonly number[], now: Millis): Output<ScannerEvent> {
    const what = newlandCommands[hexOf(frame)];
    if (what === undefined) return ignored(frame.length);
    const acknowledgement = new Uint8Array(REPORT_LENGTH);
    acknowledgement.set(newlandAcknowledgement);
    const { writes, events } = this.#obey(what, now);
    return { writes: [acknowledgement, ...writes], events };
  }

  #obey(what: ScannerCommandName, now: Millis): Output<ScannerEvent> {
    if (what === "commands only") this.#isFingerDeaf = true;
    if (what === "trigger let go") this.#session.letGo();
    const seen = what === "trigger pulled" ? this.#session.pull() : null;
    const { writes, events } = seen === null ? nothing : this.#scan(seen, now);
    return { writes, events: [{ kind: "scanner obeyed", what }, ...events] };
  }

  #scan({ label, symbology }: LabelInSight, now: Millis): Output<ScannerEvent> {
    if (!this.#isOn) return dropped("no power");
    if (!this.#isEnabled) return dropped("disabled");
    const reports = hidPosReports(layouts[this.#speaks], readOf(label, symbology));
    this.#scans += 1;
    const writes = this.#lastPart.send(reports, now);
    return { writes, events: [{ kind: "scanned", label }] };
  }
}

const AIM_BYTES = 3;

function readOf(label: string, symbology: Symbology = guessSymbology(label)): HidRead {
  const text = new TextDecoder().decode(
    scanBytes(label, { symbology, aim: true, terminator: "none" }),
  );
  const letter = letters[symbology];
  return { aim: text.slice(0, AIM_BYTES), label: text.slice(AIM_BYTES), letter };
}

const nothing: Output<ScannerEvent> = { writes: [], events: [] };

const obeyed = (what: ScannerCommandName): Output<ScannerEvent> => ({
  writes: [],
  events: [{ kind: "scanner obeyed", what }],
});

const ignored = (count: number): Output<ScannerEvent> => ({
  writes: [],
  events: [{ kind: "scanner was written to", count }],
});

const dropped = (why: "no power" | "disabled" | "commands only"): Output<ScannerEvent> => ({
  writes: [],
  events: [{ kind: "scan dropped", why }],
});

const hexOf = (bytes: readonly number[]) =>
  bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");

const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, "");
