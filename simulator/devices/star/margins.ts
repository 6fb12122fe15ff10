import type { Modes } from "../printing/modes.ts";
import { pitch } from "./arguments.ts";

/** A narrower area is not taken. 36 mm; Star Line Mode Command Specifications, ESC Q. */
const AREA_MIN = 288;

/**
 * `ESC l n` and `ESC Q n`: where a line begins and ends, in characters from the left edge of the
 * head, as wide as they are now. Each leaves the other edge where it was.
 */
export function withMargin(
  edge: "left" | "right",
  characters: number,
  paper: number,
  modes: Modes,
) {
  const end = modes.leftMargin + modes.areaWidth;
  const at = Math.min(characters * pitch(modes), paper);
  const [left, right] = edge === "left" ? [at, end] : [modes.leftMargin, at];
  const { leftMargin, areaWidth } = modes;
  return right - left < AREA_MIN
    ? { leftMargin, areaWidth }
    : { leftMargin: left, areaWidth: right - left };
}
