import {
  CONTINUED,
  DATA_LENGTH_MAX,
  REPORT_ID_HONEYWELL_ENABLE,
  REPORT_ID_SCANNED_DATA,
  REPORT_LENGTH,
  REPORT_TYPE_FEATURE,
  REPORT_TYPE_OUTPUT,
} from "#drivers/wire/hid-pos.ts";
import { guessSymbology, type Symbology, scanBytes } from "./serial-scanner.ts";

/** Honeywell's own letters. */
const letters: Readonly<Record<Symbology, string>> = {
  ean13: "d",
  ean8: "D",
  upca: "c",
  code128: "j",
  "gs1-128": "|",
  code39: "b",
  itf: "e",
  qr: "s",
};

/** How the maker lays out its reports: see the table of layouts in `drivers/wire/hid-pos.ts`. */
export interface HidPosOptions {
  readonly layout: "A" | "A-shifted" | "B";
  /** Silent until it is told so by the feature report `FE 01`, as Honeywell's are. */
  readonly waitsForEnable?: boolean;
  /** Loses the report that ends a label of several. */
  readonly losesLastPart?: boolean;
}

export type HidPosHeard = "enable" | "disable" | "trigger" | "untrigger" | "beep";

/** By report id and frame. Sources: python_hon_usbhid README; Newland FM420 manual. */
const heard: Readonly<Record<string, HidPosHeard>> = {
  "253 16540d": "trigger",
  "253 16550d": "untrigger",
  "253 16070d": "beep",
  "4 7e00080100020102da": "trigger",
  "4 7e00080100020232b9": "untrigger",
};

export interface HidRead {
  /** Such as `]E0`; layout B sends it as data, when it is not empty. */
  readonly aim: string;
  readonly label: string;
  /** The maker's symbology letter. */
  readonly letter?: string;
}

/** A bar code scanner on USB usage page 8C, at the level of reports. Honeywell's, Newland's, … */
export class HidPosScanner {
  readonly #options: HidPosOptions;
  #isEnabled: boolean;

  constructor(options: HidPosOptions) {
    this.#options = options;
    this.#isEnabled = options.waitsForEnable !== true;
  }

  /** A report from the host: `[report type, report id, …data]`. Told what it was, if anything. */
  receive(report: Uint8Array): HidPosHeard | null {
    const [type, id, value, ...rest] = report;
    if (type === REPORT_TYPE_FEATURE && id === REPORT_ID_HONEYWELL_ENABLE) {
      this.#isEnabled = value === 1;
      return this.#isEnabled ? "enable" : "disable";
    }
    const frame = rest.slice(0, value).map((byte) => byte.toString(16).padStart(2, "0"));
    return type === REPORT_TYPE_OUTPUT ? (heard[`${id} ${frame.join("")}`] ?? null) : null;
  }

  /** The operator pulls the trigger: the reports of one label. */
  trigger(read: HidRead): readonly Uint8Array[] {
    if (!this.#isEnabled) return [];
    const isBare = this.#options.layout === "B";
    const data = new TextEncoder().encode(isBare ? read.aim + read.label : read.label);
    const reports: Uint8Array[] = [];
    for (let at = 0; at < data.length; at += DATA_LENGTH_MAX) {
      const part = data.subarray(at, at + DATA_LENGTH_MAX);
      reports.push(this.#report(read, part, at + part.length < data.length));
    }
    return this.#options.losesLastPart === true && reports.length > 1
      ? reports.slice(0, -1)
      : reports;
  }

  #report(read: HidRead, part: Uint8Array, goesOn: boolean): Uint8Array {
    const report = new Uint8Array(REPORT_LENGTH);
    report[0] = REPORT_ID_SCANNED_DATA;
    report[1] = part.length;
    if (this.#options.layout === "B") {
      report.set(part, 2);
    } else {
      const shift = this.#options.layout === "A-shifted" ? 1 : 0;
      report.set(new TextEncoder().encode(read.aim), 2 + shift);
      report.set(part, 5 + shift);
      if (part.length + shift <= DATA_LENGTH_MAX) report[61] = read.letter?.charCodeAt(0) ?? 0;
    }
    report[63] = goesOn ? CONTINUED : 0;
    return report;
  }
}

const AIM_BYTES = 3;

/** The reports of one scan as Honeywell, Zebra and Datalogic lay them out, in order. */
export function hidPosReports(
  label: string,
  symbology: Symbology = guessSymbology(label),
): readonly Uint8Array[] {
  const text = new TextDecoder().decode(
    scanBytes(label, { symbology, aim: true, terminator: "none" }),
  );
  return new HidPosScanner({ layout: "A" }).trigger({
    aim: text.slice(0, AIM_BYTES),
    label: text.slice(AIM_BYTES),
    letter: letters[symbology],
  });
}
