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

  /** The same, turned clockwise by so many quarters. */
  turned(quarters: number): Bitmap {
    if (quarters === 0) return this;
    const bitmap = new Bitmap(this.height, this.width);
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) {
        if (this.isDark(x, y)) bitmap.set(this.height - 1 - y, x);
      }
    }
    return bitmap.turned(quarters - 1);
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

/** Enlarged as a printer does it that fills the steps of slanted strokes. */
export function smoothed(small: Bitmap, scale: { readonly x: number; readonly y: number }): Bitmap {
  const large = new Bitmap(small.width * scale.x, small.height * scale.y);
  large.stamp(small, { x: 0, y: 0 }, scale);
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      if (!small.isDark(x, y)) fillSteps(large, small, { x, y }, scale);
    }
  }
  return large;
}

const sides = [-1, 1] as const;

/** A white dot between two black ones that touch at its corner: the corner becomes black. */
function fillSteps(
  large: Bitmap,
  small: Bitmap,
  { x, y }: { readonly x: number; readonly y: number },
  scale: { readonly x: number; readonly y: number },
): void {
  const isDark = (column: number, row: number) =>
    column >= 0 && column < small.width && small.isDark(column, row);
  for (const dx of sides) {
    for (const dy of sides) {
      if (!isDark(x + dx, y) || !isDark(x, y + dy) || isDark(x + dx, y + dy)) continue;
      for (let at = 0; at < scale.y; at += 1) {
        const width = Math.floor((scale.x * (scale.y - at - 0.5)) / scale.y);
        const row = dy < 0 ? at : scale.y - 1 - at;
        const left = dx < 0 ? 0 : scale.x - width;
        large.fill(x * scale.x + left, y * scale.y + row, width, 1);
      }
    }
  }
}
