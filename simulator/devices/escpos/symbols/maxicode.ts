import { maxicode as draw } from "#simulator/paper/maxicode.ts";
import { latin, nothing, type Stored, type Symbology, storeData, within } from "./symbology.ts";

/** One size for all. Source: Epson ESC/POS command reference, GS ( k functions 265 to 282. */
export const maxicode: Symbology<Stored & { readonly mode: number }> = {
  name: "maxicode",
  identifier: 0x37,
  initial: { ...nothing, mode: 2 },
  sets: { ...storeData, 65: ([n = 0]) => within(n, [50, 54], { mode: n - 48 }) },
  draw({ data, mode }) {
    const text = latin(data);
    const matrix = data.length === 0 ? null : draw(text, mode);
    return matrix && { matrix, moduleX: 1, moduleY: 1, says: `maxicode ${text}` };
  },
};
