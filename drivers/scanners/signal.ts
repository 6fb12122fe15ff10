/**
 * What a till can tell a scanner. A scanner knows none of it, or some; what it does not know is not
 * written. None of it is stored in the scanner, whose memory wears.
 *
 * `trigger` begins to read, as a finger does, and `untrigger` ends that; `disable`: deaf to a
 * finger; `refuse`: the sound of a code that the till would not have.
 */
export interface ScannerCommand {
  readonly type:
    | ("trigger" | "untrigger" | "enable" | "disable" | "beep" | "refuse")
    | ("ledOn" | "ledOff" | "aimOn" | "aimOff");
}

/** What a scanner can say. Names from UnifiedPOS 1.16, Scanner. */
export type ScannerSignal = ScanData | ScanNoise;

export interface ScanData {
  readonly type: "ScanData";
  /** Everything the device sent in this read, AIM identifier included, as text. */
  readonly scanData: string;
  /** The bare label. A GS1 FNC1 separator stays as U+001D. */
  readonly scanDataLabel: string;
  /** A `SCAN_SDT_…` value of UnifiedPOS (104 is EAN-13); 0 when the device did not say. */
  readonly scanDataType: number;
  /** The AIM identifier as sent, such as `]E0`; null when there was none. */
  readonly aim: string | null;
}

/** Bytes that were no label: dropped, counted, and told. Never a reason to stop. */
export interface ScanNoise {
  readonly type: "ScanNoise";
  /**
   * `unknown-report`: whole and well framed, but nothing that a scan is made of; `device-error`: it
   * says that it is broken or not ready; `typed`: keys in a person's rhythm, counted in keys.
   */
  readonly reason:
    | "too-long"
    | "stale-fragment"
    | "not-text"
    | "bad-checksum"
    | "unknown-report"
    | "device-error"
    | "typed";
  readonly bytesDropped: number;
}
