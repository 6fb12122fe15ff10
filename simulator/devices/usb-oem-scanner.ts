/**
 * A bar code scanner in USB-OEM mode (IBM 46xx), at the level of reports. It reads nothing until
 * its host enables it, and answers each command with its status.
 *
 * Sources: datalogic/androidPOS-core; a maker's USB-OEM document, 3.2.2.1 ("Enable Scanner … send
 * three-byte status"). Guesses: that every command but a reset is answered so, what a status
 * says of a command that it does not know, and that a configuration is forgotten with the power.
 */
import { REPORT_TYPE_OUTPUT } from "#drivers/wire/hid-pos.ts";
import {
  OEM_ALIVE,
  OEM_BEEP_ERROR,
  OEM_BEEP_GOOD,
  OEM_BEEP_NOT_ON_FILE,
  OEM_BEEPER_OFF,
  OEM_BEEPER_ON,
  OEM_COMMAND_LENGTH,
  OEM_CONFIGURATION_DATA,
  OEM_CONFIGURE,
  OEM_CONFIGURED,
  OEM_DIRECT_IO,
  OEM_DIRECT_IO_DONE,
  OEM_DIRECT_IO_UNDEFINED,
  OEM_DISABLE,
  OEM_ENABLE,
  OEM_ENABLED,
  OEM_REJECTED,
  OEM_REPORT_CONFIGURATION,
  OEM_RESET,
  OEM_SELF_TEST,
  OEM_STATUS,
} from "#drivers/wire/usb-oem.ts";
import type { Millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import { LastPart } from "./scanning/last-part.ts";
import { type OemTongue, oemReport, oemReports } from "./scanning/usb-oem-reports.ts";
import {
  guessSymbology,
  type ScannerCommandName,
  type ScannerEvent,
  type Symbology,
} from "./serial-scanner.ts";

export type OemScannerAction =
  /** The operator pulls the trigger, or draws a label over the window. */
  | { readonly kind: "trigger"; readonly label: string; readonly symbology?: Symbology }
  /** It sends a report as it is. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "speaks"; readonly speaks: OemTongue }
  /** The next label of several reports has its last one so late; null: it never comes. */
  | { readonly kind: "last part"; readonly delayMs: number | null };

/** Its bytes without the zeros that fill it; what it does is told, what is asked is answered. */
interface Command {
  readonly bytes: readonly number[];
  readonly does?: ScannerCommandName;
  /** Third byte of the status that answers it. */
  readonly outcome?: number;
}

const commands: readonly Command[] = [
  { bytes: OEM_ENABLE, does: "enabled" },
  { bytes: OEM_DISABLE, does: "disabled" },
  { bytes: OEM_BEEPER_ON, does: "beeper on" },
  { bytes: OEM_BEEPER_OFF, does: "beeper off" },
  { bytes: OEM_RESET, does: "reset" },
  { bytes: OEM_STATUS },
  { bytes: OEM_SELF_TEST },
  ...[OEM_BEEP_GOOD, OEM_BEEP_ERROR, OEM_BEEP_NOT_ON_FILE].map(
    (bytes) => ({ bytes, does: "beeped", outcome: OEM_DIRECT_IO_DONE }) as const,
  ),
];

/** The configuration stands behind the command and a zero. */
const AT_CONFIGURATION = 2;
const asShipped: readonly number[] = Array(OEM_COMMAND_LENGTH - AT_CONFIGURATION).fill(0);

export class UsbOemScanner {
  #speaks: OemTongue;
  #isOn = true;
  #isEnabled = false;
  #scans = 0;
  #configuration = asShipped;
  readonly #lastPart = new LastPart();

  constructor(speaks: OemTongue = "hand") {
    this.#speaks = speaks;
  }

  get speaks(): OemTongue {
    return this.#speaks;
  }

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
  receive([type, id, ...data]: Uint8Array, _now: Millis): Output<ScannerEvent> {
    if (!this.#isOn) return nothing;
    if (type !== REPORT_TYPE_OUTPUT || id !== 0 || data.length !== OEM_COMMAND_LENGTH) {
      return { writes: [], events: [ignored(data.length)] };
    }
    if (data[0] === OEM_CONFIGURE) return this.#configure(data.slice(AT_CONFIGURATION));
    if (isCommand(OEM_REPORT_CONFIGURATION, data)) return this.#reportConfiguration();
    const known = commands.find(({ bytes }) => isCommand(bytes, data));
    if (known !== undefined) return this.#obey(known);
    const isDirectIo = data[0] === OEM_DIRECT_IO;
    const refusal = isDirectIo
      ? this.#status(0, OEM_DIRECT_IO_UNDEFINED)
      : this.#status(OEM_REJECTED, 0);
    return { writes: [refusal], events: [ignored(data.length)] };
  }

  act(action: OemScannerAction, now: Millis): Output<ScannerEvent> {
    switch (action.kind) {
      case "trigger":
        return this.#scan(action.label, action.symbology, now);
      case "bytes":
        if (!this.#isOn) return dropped("no power");
        return {
          writes: [action.bytes],
          events: [{ kind: "raw bytes", count: action.bytes.length }],
        };
      case "speaks":
        this.#speaks = action.speaks;
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
    this.#isEnabled = false;
    this.#configuration = asShipped;
    this.#lastPart.forget();
  }

  #obey({ does, outcome = 0 }: Command): Output<ScannerEvent> {
    if (does === "reset") this.#restart();
    if (does === "enabled" || does === "disabled") this.#isEnabled = does === "enabled";
    return {
      writes: does === "reset" ? [] : [this.#status(0, outcome)],
      events: does === undefined ? [] : [{ kind: "scanner obeyed", what: does }],
    };
  }

  #configure(configuration: readonly number[]): Output<ScannerEvent> {
    this.#configuration = configuration;
    const value = configuration.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    return {
      writes: [this.#status(0, OEM_CONFIGURED)],
      events: [{ kind: "scanner set up", setting: "configuration", value, isKept: false }],
    };
  }

  #reportConfiguration(): Output<ScannerEvent> {
    const status = [OEM_CONFIGURATION_DATA, this.#condition, 0];
    return {
      writes: [oemReport([...status, ...this.#configuration])],
      events: [{ kind: "scanner asked", about: "configuration" }],
    };
  }

  get #condition(): number {
    return OEM_ALIVE | (this.#isEnabled ? OEM_ENABLED : 0);
  }

  #status(second: number, third: number): Uint8Array {
    return oemReport([0, this.#condition | second, third]);
  }

  #scan(label: string, symbology = guessSymbology(label), now: Millis): Output<ScannerEvent> {
    if (!this.#isOn) return dropped("no power");
    if (!this.#isEnabled) return dropped("disabled");
    this.#scans += 1;
    const writes = this.#lastPart.send(oemReports(this.#speaks, label, symbology), now);
    return { writes, events: [{ kind: "scanned", label }] };
  }
}

const isCommand = (bytes: readonly number[], data: readonly number[]) =>
  data.every((byte, index) => byte === (bytes[index] ?? 0));

const nothing: Output<ScannerEvent> = { writes: [], events: [] };

const ignored = (count: number): ScannerEvent => ({ kind: "scanner was written to", count });

const dropped = (why: "no power" | "disabled"): Output<ScannerEvent> => ({
  writes: [],
  events: [{ kind: "scan dropped", why }],
});
