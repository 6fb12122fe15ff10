import { printed } from "../../printing/deeds.ts";
import { rasterRow } from "../../printing/raster.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown } from "../command.ts";
import type { Press } from "../press.ts";

/** Pictures. Source: Epson ESC/POS command reference, "bit image commands". */
export const pictureCommands: Commands = {
  "ESC *": (press, bytes) => {
    const stands = press.composer.isEmpty && press.strip.fits(bytes);
    const before = stands ? none : press.rest();
    return press.strip.take(bytes) ? before : [...before, ...unknown(bytes)];
  },
  "GS v 0": (press, bytes) => press.ownRow(printed(rasterRow(bytes, press.modes))),
  "GS ( L": graphics,
  "GS 8 L": graphics,
};

function graphics(press: Press, bytes: Uint8Array): readonly Deed[] {
  const row = press.graphics.obey(bytes, press.modes);
  return row === null ? none : press.ownRow(printed(row));
}
