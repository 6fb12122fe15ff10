import type { BarcodeRow, QrRow, RasterRow } from "./paper.ts";

/** A sheet of dots, one a byte: 1 is black. */
export class Dots {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.dots = new Uint8Array(width * height);
  }

  /** What lies beside the sheet is not printed. */
  fill(left: number, top: number, width: number, height: number, ink: 0 | 1 = 1): void {
    const [from, to] = [Math.max(0, left), Math.min(this.width, left + width)];
    if (to <= from) return;
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y += 1) {
      this.dots.fill(ink, y * this.width + from, y * this.width + to);
    }
  }
}

/** The bars alone, without digits. */
export function drawBars(sheet: Dots, row: BarcodeRow, top: number): void {
  for (const { index, 0: run } of row.pattern.matchAll(/1+/g)) {
    const left = row.xDots + index * row.moduleDots;
    sheet.fill(left, top, run.length * row.moduleDots, row.barHeightDots);
  }
}

export function drawQr(sheet: Dots, row: QrRow, top: number): void {
  const { size, moduleDots: dot } = row;
  row.modules.forEach((module, index) => {
    if (module !== 1) return;
    const [x, y] = [index % size, Math.floor(index / size)];
    sheet.fill(row.xDots + x * dot, top + y * dot, dot, dot);
  });
}

export function drawRaster(sheet: Dots, row: RasterRow, top: number): void {
  const { scaleX, scaleY } = row;
  const width = row.widthDots / scaleX;
  const stride = Math.ceil(width / 8);
  for (let y = 0; y < row.heightDots / scaleY; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = ((row.bits[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      if (isDark) sheet.fill(row.xDots + x * scaleX, top + y * scaleY, scaleX, scaleY);
    }
  }
}
