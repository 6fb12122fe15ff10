import { dotsOfColumns } from "../../printing/column-image.ts";
import { printed } from "../../printing/deeds.ts";
import { type Picture, pictureRow, rasterRow, scaleOf } from "../../printing/raster.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown, word } from "../command.ts";
import type { Press } from "../press.ts";

/**
 * Pictures in the data, downloaded, and in NV memory as older models keep them. Source: Epson
 * ESC/POS command reference, "bit image commands".
 */
export const pictureCommands: Commands = {
  "ESC *": (press, bytes) => {
    const stands = press.composer.isEmpty && press.strip.fits(bytes);
    const before = stands ? none : press.rest();
    if (!press.strip.take(bytes)) return [...before, ...unknown(bytes)];
    if (!press.isInPageMode) return before;
    const strip = press.strip.flush(press.modes);
    return strip === null ? none : press.ownRow(printed(strip));
  },
  "GS v 0": (press, bytes) => press.ownRow(printed(rasterRow(bytes, press.modes))),
  "GS *": (press, bytes) => {
    const [, , x = 0, y = 0] = bytes;
    if (x * y === 0) return unknown(bytes);
    press.graphics.bitImage = dotsOfColumns(bytes.subarray(4), y);
    return none;
  },
  "GS /": (press, [, , m = 0]) => print(press, press.graphics.bitImage, m),
  "FS q": (press, bytes) => {
    press.graphics.logos = logosOf(bytes);
    // Written, the printer starts anew.
    press.reset();
    return [{ kind: "memory written" }, { kind: "initialize" }];
  },
  "FS p": (press, [, , n = 0, m = 0]) => print(press, press.graphics.logos[n - 1] ?? null, m),
};

function print(press: Press, picture: Picture | null, m: number): readonly Deed[] {
  if (picture === null) return [{ kind: "refused", why: "bit image: none is defined" }];
  return press.ownRow(printed(pictureRow(picture, scaleOf(m), press.modes)));
}

/** `FS q n [xL xH yL yH d…]1 … [xL xH yL yH d…]n`: x columns of eight dots, y bytes high. */
function logosOf(bytes: Uint8Array): readonly Picture[] {
  const logos: Picture[] = [];
  for (let at = 3; at + 4 <= bytes.length; ) {
    const [columns, bytesPerColumn] = [8 * word(bytes, at), word(bytes, at + 2)];
    const end = at + 4 + columns * bytesPerColumn;
    logos.push(dotsOfColumns(bytes.subarray(at + 4, end), Math.max(1, bytesPerColumn)));
    at = end;
  }
  return logos;
}
