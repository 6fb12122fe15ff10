import {
  type Cell,
  type DrawnCharacter,
  FONT_CELLS,
  type FontName,
} from "#simulator/paper/paper.ts";

/**
 * Characters that the host draws, in columns from the left, bit 7 of the first byte on top.
 *
 * Source: Epson ESC/POS command reference, ESC & and FS 2.
 */
const BYTES_PER_COLUMN = 3;
/** A hanzi's cell, and the codes where it may be: FEA1 to FEFE on Chinese printers. */
const HANZI_DOTS = 24;
const HANZI_LEAD = 0xfe;
const HANZI_TRAIL_FIRST = 0xa1;

/** `ESC & 3 c1 c2 [x d…]…` with the font that is on; null: none of that can be drawn. */
export function singleCharacters(
  command: Uint8Array,
  font: FontName,
): ReadonlyMap<string, DrawnCharacter> | null {
  const [, , bytesPerColumn, first = 0, last = 0] = command;
  const cell = FONT_CELLS[font];
  if (bytesPerColumn !== BYTES_PER_COLUMN || first < 0x20 || last > 0x7e) return null;
  const drawn = new Map<string, DrawnCharacter>();
  let at = 5;
  for (let code = first; code <= last; code += 1) {
    const columns = command[at] ?? 0;
    if (columns > cell.width) return null;
    const data = command.subarray(at + 1, at + 1 + BYTES_PER_COLUMN * columns);
    drawn.set(`${font}${code}`, drawnOf(data, cell));
    at += 1 + data.length;
  }
  return drawn;
}

/** `FS 2 c1 c2 d1…d72`. */
export function hanziCharacter(command: Uint8Array): ReadonlyMap<string, DrawnCharacter> | null {
  const code = hanziCode(command);
  if (code === null) return null;
  const cell = { width: HANZI_DOTS, height: HANZI_DOTS };
  return new Map([[code, drawnOf(command.subarray(4), cell)]]);
}

/** Of `FS 2 c1 c2` and `FS ? c1 c2`; null: no place for a character of the host. */
export function hanziCode([, , lead = 0, trail = 0]: Uint8Array): string | null {
  const isPlace = lead === HANZI_LEAD && trail >= HANZI_TRAIL_FIRST && trail <= 0xfe;
  return isPlace ? String(256 * lead + trail) : null;
}

/** What the data does not reach stays white. */
function drawnOf(columns: Uint8Array, { width, height }: Cell): DrawnCharacter {
  const dots = new Uint8Array(width * height);
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      const byte = columns[BYTES_PER_COLUMN * x + (y >> 3)] ?? 0;
      dots[y * width + x] = (byte >> (7 - (y & 7))) & 1;
    }
  }
  return { width, height, dots };
}
