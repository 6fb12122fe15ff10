import { create } from "qrcode";
import { bwippMatrix } from "./bwipp.ts";
import { modeOf } from "./qr-bits.ts";
import { qrModel1 } from "./qr-model1.ts";

export interface QrModules {
  /** Modules a side. */
  readonly size: number;
  /** Row by row, 1 is dark. */
  readonly modules: Uint8Array;
}

export type QrLevel = "L" | "M" | "Q" | "H";
export type QrModel = "1" | "2" | "micro";

/**
 * The modules of a QR code (ISO/IEC 18004); digits alone and capitals alone take less room than
 * bytes. Null when the data do not fit.
 */
export function qrModules(
  data: Uint8Array,
  level: QrLevel,
  model: QrModel = "2",
): QrModules | null {
  return draws[model](data, level);
}

function fullModules(data: Uint8Array, level: QrLevel): QrModules | null {
  try {
    const made = create([segmentOf(data)], { errorCorrectionLevel: level });
    return { size: made.modules.size, modules: Uint8Array.from(made.modules.data) };
  } catch {
    // The library has one error for every reason: no version is large enough.
    return null;
  }
}

function segmentOf(data: Uint8Array) {
  const text = String.fromCharCode(...data);
  const mode = modeOf(text);
  return mode === "byte" ? ({ data, mode } as const) : ({ data: text, mode } as const);
}

/** Micro QR has no level H, and Q only in its largest size. */
function microModules(data: Uint8Array, level: QrLevel): QrModules | null {
  const options = { eclevel: level, binarytext: true };
  const matrix = bwippMatrix("microqrcode", String.fromCharCode(...data), options);
  return matrix && { size: matrix.width, modules: Uint8Array.from(matrix.modules) };
}

const draws: Readonly<Record<QrModel, (data: Uint8Array, level: QrLevel) => QrModules | null>> = {
  1: qrModel1,
  2: fullModules,
  micro: microModules,
};
