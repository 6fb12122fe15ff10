import type { Driver, Output } from "#drivers/driver.ts";
import { FRAME_LIMIT, STALE_AFTER } from "#drivers/framing/terminator-framer.ts";
import type { HidPosModel } from "#drivers/scanners/hid-pos-model.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { AIM_FLAG } from "#drivers/wire/aim.ts";
import { CR, LF } from "#drivers/wire/escpos.ts";
import {
  AT_AIM,
  AT_DATA_BARE,
  AT_DATA_BEHIND_AIM,
  AT_FLAGS,
  AT_LENGTH,
  AT_VENDOR_LETTER,
  CONTINUED,
  DATA_LENGTH_MAX,
  REPORT_ID_SCANNED_DATA,
  REPORT_LENGTH,
} from "#drivers/wire/hid-pos.ts";
import { SCAN_SDT_EAN13, SCAN_SDT_OTHER, SCAN_SDT_UNKNOWN } from "#drivers/wire/upos-scanner.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Types that an identifier leaves open: the vendor's letter may know better. */
const OPEN_TYPES: readonly number[] = [SCAN_SDT_UNKNOWN, SCAN_SDT_EAN13, SCAN_SDT_OTHER];

/** A label of which more reports are due. */
interface Pending {
  /** Index of the AIM identifier in each of its reports; null where reports carry none. */
  readonly aimAt: number | null;
  /** The identifier, equal in all reports of a label. */
  readonly aim: Uint8Array;
  readonly data: readonly number[];
}

/**
 * A scanner of USB usage page 8C. Each `receive` is one whole input report with its id, as a HID
 * link delivers it; what is written is `[report type, report id, …data]` (`drivers/wire/hid-pos`).
 *
 * Two layouts are in use and no descriptor tells them apart: A has the AIM identifier at index 2
 * (or 3) and data behind it, B has data from index 2. A label of B may begin with an identifier as
 * well; read as A it would end in the zeros that fill the report.
 *
 * Layout A with the identifier at 3: data from 6 is assumed, no document shows it.
 */
export class HidPosScanner implements Driver<ScannerCommand, ScannerSignal> {
  readonly #model: HidPosModel;
  #pending: Pending | null = null;
  #deadline: Millis | null = null;

  constructor(model: HidPosModel) {
    this.#model = model;
  }

  get deadline(): Millis | null {
    return this.#deadline;
  }

  open(_now: Millis): Output<ScannerSignal> {
    this.#forget();
    return told([]);
  }

  receive(report: Uint8Array, now: Millis): Output<ScannerSignal> {
    const late = this.wake(now).signals;
    const length = report[AT_LENGTH] ?? 0;
    const isData = report[0] === REPORT_ID_SCANNED_DATA;
    // A setting that was taken is acknowledged by a report without data.
    if (isData && length === 0) return told(late);
    if (!isData || report.length !== REPORT_LENGTH || length > DATA_LENGTH_MAX) {
      const reason = "unknown-report";
      return told([...late, { type: "ScanNoise", reason, bytesDropped: report.length }]);
    }
    return told([...late, ...this.#take(report, length, now)]);
  }

  /** A command that the maker's scanner does not know writes nothing. */
  obey({ type }: ScannerCommand, _now: Millis): Output<ScannerSignal> {
    const report = this.#model.commands[type];
    return { writes: report === undefined ? [] : [Uint8Array.from(report)], signals: [] };
  }

  wake(now: Millis): Output<ScannerSignal> {
    return told(this.#deadline !== null && now >= this.#deadline ? this.#abandon() : []);
  }

  close(_now: Millis): Output<ScannerSignal> {
    return told(this.#abandon());
  }

  #take(report: Uint8Array, length: number, now: Millis): readonly ScannerSignal[] {
    const signals: ScannerSignal[] = [];
    // Another identifier is another label: the end of the one before was lost.
    if (this.#pending !== null && !continues(this.#pending, report)) {
      signals.push(...this.#abandon());
    }
    const { aimAt, aim, data } = this.#pending ?? begin(report, length);
    const start = aimAt === null ? AT_DATA_BARE : aimAt + AT_DATA_BEHIND_AIM - AT_AIM;
    const joined = [...data, ...report.subarray(start, start + length)];
    if (joined.length > FRAME_LIMIT) {
      this.#forget();
      signals.push({ type: "ScanNoise", reason: "too-long", bytesDropped: joined.length });
    } else if (((report[AT_FLAGS] ?? 0) & CONTINUED) !== 0) {
      this.#pending = { aimAt, aim, data: joined };
      this.#deadline = millis(now + STALE_AFTER);
    } else {
      this.#forget();
      signals.push(this.#scan(aim, withoutEnd(joined), report));
    }
    return signals;
  }

  /** The vendor's letter, where it is known, tells the members of the EAN family apart. */
  #scan(aim: Uint8Array, data: readonly number[], report: Uint8Array): ScannerSignal {
    const letter = String.fromCharCode(report[AT_VENDOR_LETTER] ?? 0);
    const { letters } = this.#model;
    const byLetter = aim.length > 0 && Object.hasOwn(letters, letter) ? letters[letter] : undefined;
    return scanSignal(Uint8Array.from([...aim, ...data]), (aimType) =>
      byLetter !== undefined && OPEN_TYPES.includes(aimType) ? byLetter : aimType,
    );
  }

  #abandon(): readonly ScannerSignal[] {
    const bytesDropped = this.#pending?.data.length ?? 0;
    this.#forget();
    return bytesDropped === 0
      ? []
      : [{ type: "ScanNoise", reason: "stale-fragment", bytesDropped }];
  }

  #forget(): void {
    this.#pending = null;
    this.#deadline = null;
  }
}

const told = (signals: readonly ScannerSignal[]): Output<ScannerSignal> => ({
  writes: [],
  signals,
});

function begin(report: Uint8Array, length: number): Pending {
  for (const aimAt of [AT_AIM, AT_AIM + 1]) {
    const last = report[aimAt + AT_DATA_BEHIND_AIM - AT_AIM + length - 1];
    if (report[aimAt] === AIM_FLAG && last !== 0) {
      return { aimAt, aim: report.slice(aimAt, aimAt + 3), data: [] };
    }
  }
  return { aimAt: null, aim: new Uint8Array(0), data: [] };
}

function continues({ aimAt, aim }: Pending, report: Uint8Array): boolean {
  return aimAt === null || aim.every((byte, index) => report[aimAt + index] === byte);
}

/** Without one CR, LF or CR LF that the scanner was set up to add. */
function withoutEnd(data: readonly number[]): readonly number[] {
  if (data.at(-1) === LF) return data.slice(0, data.at(-2) === CR ? -2 : -1);
  return data.at(-1) === CR ? data.slice(0, -1) : data;
}
