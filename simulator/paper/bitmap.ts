/** Dots in rows, 1 is black: what the head burns. */
export class Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.dots = new Uint8Array(width * height);
  }

  /** Outside the paper nothing is drawn. */
  set(x: number, y: number, isDark = true): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    this.dots[y * this.width + x] = isDark ? 1 : 0;
  }

  isDark(x: number, y: number): boolean {
    return this.dots[y * this.width + x] === 1;
  }

  fill(x: number, y: number, width: number, height: number, isDark = true): void {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) this.set(column, row, isDark);
    }
  }

  /** The same on its head. */
  turned(): Bitmap {
    const bitmap = new Bitmap(this.width, this.height);
    bitmap.dots.set(this.dots.toReversed());
    return bitmap;
  }

  /** Draws the dark dots of another, each so many dots wide and high; in white on request. */
  stamp(
    other: Bitmap,
    at: { readonly x: number; readonly y: number },
    scale: { readonly x: number; readonly y: number },
    isDark = true,
  ): void {
    for (let y = 0; y < other.height; y += 1) {
      for (let x = 0; x < other.width; x += 1) {
        if (!other.isDark(x, y)) continue;
        this.fill(at.x + x * scale.x, at.y + y * scale.y, scale.x, scale.y, isDark);
      }
    }
  }
}
