import type { Driver, Output } from "#drivers/driver.ts";
import { FRAME_LIMIT, STALE_AFTER } from "#drivers/framing/terminator-framer.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScanNoise, ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { OemEnabling, oemCommand } from "#drivers/scanners/usb-oem-enabling.ts";
import { type OemPart, oemPart } from "#drivers/scanners/usb-oem-label.ts";
import { SCAN_SDT_UNKNOWN } from "#drivers/wire/upos-scanner.ts";
import {
  OEM_AT_DATA,
  OEM_AT_LENGTH,
  OEM_AT_STATUS,
  OEM_BEEP_GOOD,
  OEM_BEEP_NOT_ON_FILE,
  OEM_CHECK_DIGIT_ERROR,
  OEM_CONFIGURATION_COERCED,
  OEM_CONFIGURATION_DATA,
  OEM_CONFIGURED,
  OEM_DIRECT_IO_DATA,
  OEM_DIRECT_IO_DONE,
  OEM_DIRECT_IO_NOT_ALLOWED,
  OEM_DIRECT_IO_UNDEFINED,
  OEM_EAN_CONFIGURATION_DATA,
  OEM_EAN_CONFIGURED,
  OEM_FLASHING,
  OEM_HARDWARE_ERROR,
  OEM_NOT_READY,
  OEM_REJECTED,
} from "#drivers/wire/usb-oem.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Bits of the three status bytes. */
type Mask = readonly [number, number, number];
const TROUBLE: Mask = [OEM_FLASHING | OEM_HARDWARE_ERROR | OEM_NOT_READY, 0, 0];
const MISREAD: Mask = [0, OEM_CHECK_DIGIT_ERROR, 0];
const ANSWER: Mask = [
  OEM_CONFIGURATION_DATA | OEM_EAN_CONFIGURATION_DATA | OEM_DIRECT_IO_DATA,
  OEM_REJECTED,
  OEM_CONFIGURED |
    OEM_CONFIGURATION_COERCED |
    OEM_EAN_CONFIGURED |
    OEM_DIRECT_IO_DONE |
    OEM_DIRECT_IO_NOT_ALLOWED |
    OEM_DIRECT_IO_UNDEFINED,
];

const beeps: Readonly<Partial<Record<ScannerCommand["type"], readonly number[]>>> = {
  beep: OEM_BEEP_GOOD,
  refuse: OEM_BEEP_NOT_ON_FILE,
};

/** A label of which more reports are due. */
interface Begun {
  readonly identifier: string;
  readonly text: readonly number[];
}

/**
 * A scanner of USB-OEM, as IBM 46xx tills have them in the hand or in the table. It reads nothing
 * until it is enabled. Each `receive` is one whole input report, which has no id; what is written
 * is `[report type, report id 0, …eleven bytes]`.
 *
 * A report tells its status and brings a label, a part of one, an answer, or nothing more.
 */
export class UsbOemScanner implements Driver<ScannerCommand, ScannerSignal> {
  readonly #enabling = new OemEnabling();
  #begun: Begun | null = null;
  #staleAt: Millis | null = null;

  get deadline(): Millis | null {
    const due = [this.#staleAt, this.#enabling.deadline].filter((at) => at !== null);
    return due.length === 0 ? null : millis(Math.min(...due));
  }

  open(_now: Millis): Output<ScannerSignal> {
    this.#forget();
    this.#enabling.forget();
    return { writes: [], signals: [] };
  }

  receive(report: Uint8Array, now: Millis): Output<ScannerSignal> {
    const late = this.wake(now);
    const length = report[OEM_AT_LENGTH] ?? 0;
    if (length < OEM_AT_DATA || length > report.length) {
      return { ...late, signals: [...late.signals, noise("unknown-report", report.length)] };
    }
    const whole = report.subarray(0, length);
    return {
      writes: [...late.writes, ...this.#enabling.heard(whole[OEM_AT_STATUS + 1] ?? 0, now)],
      signals: [...late.signals, ...this.#take(whole, now)],
    };
  }

  /** A command that this interface does not know writes nothing. */
  obey({ type }: ScannerCommand, now: Millis): Output<ScannerSignal> {
    if (type === "enable" || type === "disable") {
      return { writes: this.#enabling.want(type === "enable", now), signals: [] };
    }
    const beep = beeps[type];
    return { writes: beep === undefined ? [] : [oemCommand(beep)], signals: [] };
  }

  wake(now: Millis): Output<ScannerSignal> {
    const isStale = this.#staleAt !== null && now >= this.#staleAt;
    return { writes: this.#enabling.wake(now), signals: isStale ? this.#abandon() : [] };
  }

  close(_now: Millis): Output<ScannerSignal> {
    this.#enabling.forget();
    return { writes: [], signals: this.#abandon() };
  }

  #take(report: Uint8Array, now: Millis): readonly ScannerSignal[] {
    if (has(report, TROUBLE)) return [noise("device-error", report.length)];
    if (has(report, MISREAD)) return [noise("bad-checksum", report.length)];
    if (report.length === OEM_AT_DATA) return [];
    const part = has(report, ANSWER) ? null : oemPart(report.subarray(OEM_AT_DATA));
    const isEmpty = part?.text.length === 0 && this.#begun === null;
    if (part === null || isEmpty) return [noise("unknown-report", report.length)];
    return this.#join(part, now);
  }

  #join({ text, type, identifier, goesOn }: OemPart, now: Millis): readonly ScannerSignal[] {
    // Another identifier is another label: the end of the one before was lost.
    const isNew = this.#begun !== null && this.#begun.identifier !== identifier;
    const lost = isNew ? this.#abandon() : [];
    const joined = [...(this.#begun?.text ?? []), ...text];
    this.#forget();
    if (joined.length > FRAME_LIMIT) return [...lost, noise("too-long", joined.length)];
    if (!goesOn) return [...lost, scanned(joined, type)];
    this.#begun = { identifier, text: joined };
    this.#staleAt = millis(now + STALE_AFTER);
    return lost;
  }

  #abandon(): readonly ScannerSignal[] {
    const bytesDropped = this.#begun?.text.length ?? 0;
    this.#forget();
    return bytesDropped === 0 ? [] : [noise("stale-fragment", bytesDropped)];
  }

  #forget(): void {
    this.#begun = null;
    this.#staleAt = null;
  }
}

const has = (report: Uint8Array, mask: Mask) =>
  mask.some((bits, index) => ((report[OEM_AT_STATUS + index] ?? 0) & bits) !== 0);

const scanned = (text: readonly number[], type: number) =>
  scanSignal(Uint8Array.from(text), (aimType) => (type === SCAN_SDT_UNKNOWN ? aimType : type));

const noise = (reason: ScanNoise["reason"], bytesDropped: number): ScanNoise => ({
  ...{ type: "ScanNoise", reason, bytesDropped },
});
