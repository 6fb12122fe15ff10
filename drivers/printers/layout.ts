import { columnsOf } from "#drivers/printers/printable.ts";
import { assert } from "#state/base/assert.ts";
import type { Align, ColumnsBlock } from "#state/base/document.ts";

/**
 * Lines of `printable` text on a fixed grid. Every row that leaves this file is exactly as wide as
 * the paper, so a value is flush right on every printer, whatever its hanzi.
 */

/** Breaks a paragraph into lines of at most `width` columns: at spaces, beside hanzi, else hard. */
export function wrap(text: string, width: number): readonly string[] {
  assert(width >= 2, "a line holds at least one hanzi");
  const lines: string[] = [];
  let line = "";
  for (const word of words(text)) {
    if (columnsOf(line) + columnsOf(trimmed(word)) > width && line !== "") {
      lines.push(trimmed(line));
      line = "";
    }
    for (const character of word) {
      const overflows = columnsOf(line) + columnsOf(character) > width;
      // A space at the very end of a line separates nothing.
      if (overflows && character === " ") continue;
      if (overflows) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  lines.push(trimmed(line));
  return lines;
}

/** Narrow spaces separate; a wide one (U+3000) is a character of its own and stays. */
const trimmed = (text: string): string => text.replace(/ +$/, "");

/** What must not be torn apart: a hanzi, or a run of narrow characters with the spaces after it. */
function words(text: string): readonly string[] {
  return text.match(/[!-~]+ *| +|[^ -~]/gu) ?? [];
}

/** Pads one line to the paper. */
export function justify(line: string, align: Align, width: number): string {
  const spare = width - columnsOf(line);
  assert(spare >= 0, "a line fits the paper before it is aligned");
  const before = align === "left" ? 0 : align === "right" ? spare : Math.floor(spare / 2);
  return " ".repeat(before) + line + " ".repeat(spare - before);
}

/** A paragraph as rows. */
export function textRows(text: string, align: Align, width: number): readonly string[] {
  return wrap(text, width).map((line) => justify(line, align, width));
}

/** Room that a label must keep beside its value before the value moves to a row of its own. */
const NARROWEST_LABEL = 6;

/** A label that wraps and, on its last row, a value that does not. */
export function labelRows(label: string, value: string, width: number): readonly string[] {
  const room = width - columnsOf(value) - 1;
  if (room < NARROWEST_LABEL) {
    return [...textRows(label, "left", width), ...textRows(value, "right", width)];
  }
  const lines = wrap(label, room);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    return isLast ? line + justify(value, "right", width - columnsOf(line)) : pad(line, width);
  });
}

function pad(line: string, width: number): string {
  return justify(line, "left", width);
}

/**
 * Cells side by side, each wrapping in its own width; one column parts neighbors. Cells that do not
 * fit side by side stand one below the other: a crooked row is better than a till that stops at it.
 */
export function columnRows(cells: ColumnsBlock["cells"], width: number): readonly string[] {
  const places = placesOf(cells, width);
  if (places.some((place) => place.width < 2)) {
    return cells.flatMap((cell) => textRows(cell.text, cell.align, width));
  }
  const wrapped = places.map((place) => ({ ...place, lines: wrap(place.text, place.width) }));
  const height = Math.max(0, ...wrapped.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, row) => {
    return wrapped
      .map((cell) => justify(cell.lines[row] ?? "", cell.align, cell.width) + " ".repeat(cell.gap))
      .join("");
  });
}

/** What each cell gets of the paper, the gap to its neighbor taken off. */
function placesOf(cells: ColumnsBlock["cells"], width: number) {
  const whole = cells.reduce((total, cell) => total + cell.tenths, 0);
  let before = 0;
  return cells.map((cell, index) => {
    const from = Math.floor((width * before) / whole);
    before += cell.tenths;
    const to = Math.floor((width * before) / whole);
    const gap = index === cells.length - 1 ? 0 : 1;
    return { ...cell, gap, width: to - from - gap };
  });
}
