import { encode } from "fast-png";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";

/** Black and white, with a black edge above and at the left, so that its corner can be found. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha. */
  readonly data: Uint8ClampedArray;
}

const isDark = (x: number, y: number) => x === 0 || y === 0 || (x * 7 + y * 13) % 11 < 4;

/** No whole number of bytes wide and of bands high, where the library takes that. */
export const odd = picture(37, 21);
export const even = picture(40, 24);

function picture(width: number, height: number): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isDark(x, y)) data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  return { width, height, data };
}

export const png = ({ width, height, data }: Picture): Uint8Array =>
  encode({ width, height, channels: 4, depth: 8, data: Uint8Array.from(data) });

/** The picture as rows of `#` and `.`, each dot so many wide and high; light ends left away. */
export function rowsOf({ width, height }: Picture, scaleX = 1, scaleY = 1): readonly string[] {
  return Array.from({ length: height * scaleY }, (_, y) =>
    Array.from({ length: width * scaleX }, (_, x) =>
      isDark(Math.floor(x / scaleX), Math.floor(y / scaleY)) ? "#" : ".",
    )
      .join("")
      .replace(/\.+$/, ""),
  );
}

export interface Printed {
  /** From the first black dot each way; light ends left away. */
  readonly rows: readonly string[];
  /** Where its left edge is on 576 dots. */
  readonly left: number;
  readonly events: readonly string[];
}

/** What lies on the paper when all is printed: nothing but the picture is on it. */
export function printed(job: Uint8Array): Printed {
  const table = new PrinterTable({ receiveBufferBytes: 65_536 });
  table.host(toHex(job));
  table.settle();
  const all = table.printer.paper.receipts.flatMap((receipt) => {
    const { width, height, dots } = paperDots(receipt);
    return Array.from({ length: height }, (_, y) =>
      [...dots.subarray(y * width, (y + 1) * width)].map((dot) => (dot ? "#" : ".")).join(""),
    );
  });
  const dark = all.filter((row) => row.includes("#"));
  const left = Math.min(...dark.map((row) => row.indexOf("#")));
  const first = all.findIndex((row) => row.includes("#"));
  const last = all.findLastIndex((row) => row.includes("#"));
  const rows = all.slice(first, last + 1).map((row) => row.slice(left).replace(/\.+$/, ""));
  return { rows, left, events: table.events };
}
