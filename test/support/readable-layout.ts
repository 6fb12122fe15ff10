import iconv from "iconv-lite";
import type { Align, ColumnsBlock } from "#state/base/document.ts";

/**
 * The slow, readable way to set text on a grid, character by character and without tables. The
 * product's layout must agree with it, whatever the text.
 */

const equivalents: Readonly<Record<string, string>> = {
  "¥": "￥",
  "\u00a0": " ",
  "\t": " ",
  "\n": " ",
};

const invisible = /\u00ad|\u2060|\ufeff|[\u200b-\u200f]|[\ufe00-\ufe0f]/gu;

/** What a Chinese printer can write of `text`, and what had to give way. */
export function readablePrintable(text: string) {
  const replaced = new Set<string>();
  const out = [...text.normalize("NFC").replace(invisible, "")].map((character) => {
    const safe = equivalents[character] ?? character;
    if (encodedLength(safe) > 0) return safe;
    replaced.add(character);
    return (safe.codePointAt(0) ?? 0) >= 0x2e80 ? "〓" : "?";
  });
  return { text: out.join(""), replaced: [...replaced] };
}

/** 1 or 2; 0 when the printer has no such character. */
function encodedLength(character: string): 0 | 1 | 2 {
  if (character >= " " && character <= "~") return 1;
  if (character < " " || /[\u007f-\u009f\ue000-\uf8ff\ufffd]/.test(character)) return 0;
  // GB18030-2022 gave these the code points that their GBK codes had waited for.
  if (/[\u9fb4-\u9fbb\ufe10-\ufe19]/.test(character)) return 2;
  const bytes = iconv.encode(character, "gb18030");
  return bytes.length === 2 && (bytes[0] ?? 0) >= 0x81 ? 2 : 0;
}

export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "~" ? 2 : 1), 0);
}

const trimmed = (line: string) => line.replace(/ +$/, "");

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/[!-~]+ *| +|[^ -~]/gu) ?? []) {
    if (columnsOf(line) + columnsOf(trimmed(word)) > width && line !== "") {
      lines.push(trimmed(line));
      line = "";
    }
    for (const character of word) {
      const overflows = columnsOf(line) + columnsOf(character) > width;
      if (overflows && character === " ") continue;
      if (overflows) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, trimmed(line)];
}

export function justify(line: string, align: Align, width: number): string {
  const spare = width - columnsOf(line);
  const before = align === "left" ? 0 : align === "right" ? spare : Math.floor(spare / 2);
  return " ".repeat(before) + line + " ".repeat(spare - before);
}

export function readableText(text: string, align: Align, width: number): readonly string[] {
  return wrap(text, width).map((line) => justify(line, align, width));
}

export function readableLabel(label: string, value: string, width: number): readonly string[] {
  const room = width - columnsOf(value) - 1;
  if (room < 6) {
    return [...readableText(label, "left", width), ...readableText(value, "right", width)];
  }
  const lines = wrap(label, room);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const rest = isLast ? justify(value, "right", width - columnsOf(line)) : "";
    return justify(line + rest, "left", width);
  });
}

export function readableColumns(cells: ColumnsBlock["cells"], width: number): readonly string[] {
  const whole = cells.reduce((total, cell) => total + cell.tenths, 0);
  let before = 0;
  const places = cells.map((cell, index) => {
    const from = Math.floor((width * before) / whole);
    before += cell.tenths;
    const gap = index === cells.length - 1 ? 0 : 1;
    return { ...cell, gap, width: Math.floor((width * before) / whole) - from - gap };
  });
  if (places.some((place) => place.width < 2)) {
    return cells.flatMap((cell) => readableText(cell.text, cell.align, width));
  }
  const wrapped = places.map((place) => ({ ...place, lines: wrap(place.text, place.width) }));
  const height = Math.max(0, ...wrapped.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, row) => {
    return wrapped
      .map((cell) => justify(cell.lines[row] ?? "", cell.align, cell.width) + " ".repeat(cell.gap))
      .join("");
  });
}
