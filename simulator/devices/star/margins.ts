import { COLUMN_DOTS } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";

/** A narrower area is not taken: nothing would fit. */
const AREA_MIN = 3 * COLUMN_DOTS;

/**
 * `ESC l n` and `ESC Q n`: where a line begins and ends, in columns of font A from the left edge of
 * the head. Each leaves the other edge where it was; what leaves no room for text changes nothing.
 */
export function withMargin(edge: "left" | "right", columns: number, paper: number, modes: Modes) {
  const end = modes.leftMargin + modes.areaWidth;
  const at = Math.min(columns * COLUMN_DOTS, paper);
  const [left, right] = edge === "left" ? [at, end] : [modes.leftMargin, at];
  const { leftMargin, areaWidth } = modes;
  return right - left < AREA_MIN
    ? { leftMargin, areaWidth }
    : { leftMargin: left, areaWidth: right - left };
}
