import { create } from "qrcode";

export interface QrModules {
  /** Modules a side. */
  readonly size: number;
  /** Row by row, 1 is dark. */
  readonly modules: Uint8Array;
}

export type QrLevel = "L" | "M" | "Q" | "H";

/** The modules of a QR code (ISO/IEC 18004) in byte mode; null when the data do not fit. */
export function qrModules(data: Uint8Array, level: QrLevel): QrModules | null {
  try {
    const made = create([{ data, mode: "byte" }], { errorCorrectionLevel: level });
    return { size: made.modules.size, modules: Uint8Array.from(made.modules.data) };
  } catch {
    // The library has one error for every reason: no version is large enough.
    return null;
  }
}
