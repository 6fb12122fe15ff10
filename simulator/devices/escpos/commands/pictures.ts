import { dotsOfColumns } from "../../printing/column-image.ts";
import { printed } from "../../printing/deeds.ts";
import { logosOf } from "../../printing/logos.ts";
import { type Picture, pictureRow, rasterRow, scaleOf } from "../../printing/raster.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown } from "../command.ts";
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
    press.graphics.logos = logosOf(bytes, 2);
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
