import {
  type BarcodeRow,
  type DrawnCharacter,
  FONT_CELLS,
  type Glyph,
  heightOf,
  isWide,
  LABEL_GAP_DOTS,
  type Label,
  labelDots,
  type MarkRow,
  type PageArea,
  type PagePart,
  type PaperRow,
  placed,
  type QrRow,
  type RasterRow,
  type Receipt,
  reachOf,
  type TextRow,
  tallest,
  uprightGlyphs,
} from "./paper.ts";

/**
 * The paper as an SVG picture, one unit a dot. Every character stands in its own cell, so the grid
 * is right in any font; a hanzi is exactly two columns.
 */
const MARGIN_DOTS = 32;
const HEAD_DOTS = 40;
const TAIL_DOTS = 28;
const INK = "#23211f";
const PAPER = "#fffefa";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeText = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

export function paperPicture(receipt: Receipt): string {
  const width = receipt.widthDots + 2 * MARGIN_DOTS;
  const height = HEAD_DOTS + heightOf(receipt.rows) + TAIL_DOTS;
  const drawn = placed(receipt.rows).map(({ row, yDots }) =>
    drawRow(row, HEAD_DOTS + yDots, receipt.widthDots),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" role="img" aria-label="receipt ${receipt.number}" ` +
    `font-family="'Noto Sans SC Variable', 'Noto Sans SC', monospace" fill="${INK}" ` +
    `text-anchor="middle" xml:space="preserve">` +
    `<path d="${outline(width, height, receipt.edge)}" fill="${PAPER}"/>` +
    `<g transform="translate(${MARGIN_DOTS} 0)">${drawn.join("")}</g></svg>`
  );
}

/** The blade leaves a fine saw edge, a hand a coarse and crooked one. */
function outline(width: number, height: number, edge: Receipt["edge"]): string {
  const top = saw(width, 8, (index) => (index % 2 === 0 ? 5 : 0));
  if (edge === "open") return `M0 5L${top.join("L")}V${height}H0Z`;
  const bottom =
    edge === "torn"
      ? saw(width, 14, (index) => height - ((index * 5) % 7) * 2)
      : saw(width, 8, (index) => height - (index % 2 === 0 ? 0 : 5));
  return `M0 5L${top.join("L")}L${bottom.reverse().join("L")}Z`;
}

function saw(width: number, tooth: number, yOf: (index: number) => number): string[] {
  return Array.from(
    { length: Math.ceil(width / tooth) + 1 },
    (_, index) => `${Math.min(width, index * tooth)} ${yOf(index)}`,
  );
}

function drawRow(row: PaperRow, y: number, paperDots: number): string {
  if (row.kind === "feed") return "";
  if (row.kind !== "page") return drawMarks(row, y, paperDots);
  return row.parts.map((part) => drawPart(part, y)).join("");
}

/** How a reader's sheet lies in its area, for each direction of writing. */
const turns: readonly ((area: PageArea) => string)[] = [
  () => "rotate(0)",
  ({ height }) => `translate(0 ${height}) rotate(-90)`,
  ({ width, height }) => `translate(${width} ${height}) rotate(180)`,
  ({ width }) => `translate(${width} 0) rotate(90)`,
];

/** A picture within the picture cuts off what is outside. */
function drawPart({ row, yDots, area, direction }: PagePart, y: number): string {
  const place = `x="${area.x}" y="${y + area.y}" width="${area.width}" height="${area.height}"`;
  const turn = turns[direction]?.(area) ?? "";
  return `<svg ${place}><g transform="${turn}">${drawMarks(row, yDots, area.width)}</g></svg>`;
}

function drawMarks(row: MarkRow, y: number, paperDots: number): string {
  switch (row.kind) {
    case "text":
      return drawLine(row, y, paperDots);
    case "raster":
      return drawDots(row, y);
    case "qr":
      return drawQr(row, y);
    case "barcode":
      return drawBarcode(row, y);
  }
}

function drawLine(row: TextRow, y: number, paperDots: number): string {
  const drawn = drawGlyphs(uprightGlyphs(row, paperDots), y);
  if (row.isUpsideDown !== true) return drawn;
  return `<g transform="rotate(180 ${paperDots / 2} ${y + row.heightDots / 2})">${drawn}</g>`;
}

function drawGlyphs(glyphs: readonly Glyph[], y: number): string {
  const height = tallest(glyphs);
  return glyphs.map((glyph) => drawGlyph(glyph, y + height - glyph.heightDots)).join("");
}

/** One that lies on its side is drawn upright at the origin, and turned. */
function drawGlyph(glyph: Glyph, y: number): string {
  const { isTurned, ...rest } = glyph;
  if (isTurned !== true) return drawUpright(glyph, y);
  const { xDots: x, widthDots, heightDots } = rest;
  const upright = { ...rest, xDots: 0, widthDots: heightDots, heightDots: widthDots };
  const turn = `translate(${x + widthDots} ${y}) rotate(90)`;
  return `<g transform="${turn}">${drawUpright(upright, 0)}</g>`;
}

function drawUpright(glyph: Glyph, y: number): string {
  const { xDots: x, widthDots: width, heightDots: height } = glyph;
  const ink = glyph.reverse ? PAPER : INK;
  const reach = reachOf(glyph);
  const bar = (top: number, dots: number) =>
    `<rect x="${reach.x}" y="${top}" width="${reach.width}" height="${dots}"/>`;
  const box = glyph.reverse ? bar(y, height) : "";
  const line = glyph.underline ? bar(y + height, glyph.underlineDots ?? 1) : "";
  if (glyph.text === " ") return box + line;
  if (glyph.drawn !== undefined) return box + line + drawnByHost(glyph, glyph.drawn, y, ink);
  const em = isWide(glyph) ? 24 : 20;
  const cell = isWide(glyph) ? 24 : 12;
  const scaleX = width / cell;
  const scaleY = height / 24;
  const fit =
    isWide(glyph) || !isBroad(glyph.text)
      ? ""
      : ` textLength="11.4" lengthAdjust="spacingAndGlyphs"`;
  const weight = glyph.bold ? 800 : 500;
  const place =
    scaleX === 1 && scaleY === 1
      ? `x="${x + width / 2}" y="${y + 21}"`
      : `transform="translate(${x + width / 2} ${y + 21 * scaleY}) scale(${scaleX} ${scaleY})"`;
  return (
    `${box}${line}<text ${place} font-size="${em}" font-weight="${weight}" fill="${ink}"${fit}>` +
    `${escapeText(glyph.text)}</text>`
  );
}

function drawnByHost(glyph: Glyph, drawn: DrawnCharacter, y: number, ink: string): string {
  const bits = (line: number) =>
    drawn.dots.subarray(line * drawn.width, (line + 1) * drawn.width).join("");
  const [width, height] = [glyph.widthDots / drawn.width, glyph.heightDots / drawn.height];
  return drawBits(drawn.height, bits, { x: glyph.xDots, y, width, height }, ink);
}

/** Letters that a proportional font draws wider than a column; they are pressed into it. */
const isBroad = (text: string) => /[A-Zmw@%&#+=<>~_\u00a5\u20ac]/.test(text);

function drawBarcode(row: BarcodeRow, y: number): string {
  const cell = FONT_CELLS[row.hriFont ?? "A"];
  const above = row.hri === "above" || row.hri === "both" ? cell.height : 0;
  const bars = runs(row.pattern).map(
    ([start, length]) =>
      `M${row.xDots + start * row.moduleDots} ${y + above}h${length * row.moduleDots}` +
      `v${row.barHeightDots}h${-length * row.moduleDots}z`,
  );
  const middle = row.xDots + (row.pattern.length * row.moduleDots) / 2;
  const text = { text: row.data, font: row.hriFont ?? ("A" as const) };
  const label = (top: number) => drawLabel(text, middle, top);
  return (
    `<path d="${bars.join("")}"/>` +
    (above > 0 ? label(y) : "") +
    (row.hri === "below" || row.hri === "both"
      ? label(y + above + row.barHeightDots + LABEL_GAP_DOTS)
      : "")
  );
}

/** What people read beside a symbol, around its middle. */
function drawLabel({ text, font }: Label, middle: number, y: number): string {
  const { width, height } = FONT_CELLS[font];
  const start = middle - (text.length * width) / 2;
  return [...text]
    .map((each, at) => drawGlyph(plainGlyph(each, start + at * width, width, height), y))
    .join("");
}

function plainGlyph(text: string, xDots: number, widthDots: number, heightDots: number): Glyph {
  return {
    text,
    xDots,
    widthDots,
    heightDots,
    bold: false,
    underline: false,
    reverse: false,
  };
}

function drawQr(row: QrRow, y: number): string {
  const bits = (line: number) =>
    [...row.modules.subarray(line * row.size, (line + 1) * row.size)].join("");
  const size = row.moduleDots;
  return drawBits(row.size, bits, { x: row.xDots, y, width: size, height: size });
}

function drawDots(row: RasterRow, y: number): string {
  const stride = Math.ceil(row.widthDots / row.scaleX / 8);
  const bits = (line: number) =>
    [...row.bits.subarray(line * stride, (line + 1) * stride)]
      .map((byte) => byte.toString(2).padStart(8, "0"))
      .join("")
      .slice(0, row.widthDots / row.scaleX);
  const dot = { x: row.xDots, y, width: row.scaleX, height: row.scaleY };
  const height = row.heightDots - labelDots(row.label);
  const drawn = drawBits(height / row.scaleY, bits, dot);
  if (row.label === undefined) return drawn;
  const middle = row.xDots + row.widthDots / 2;
  return drawn + drawLabel(row.label, middle, y + height + LABEL_GAP_DOTS);
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawBits(
  lines: number,
  bitsOf: (line: number) => string,
  dot: Dot,
  ink: string = INK,
): string {
  const path = Array.from({ length: lines }, (_, line) =>
    runs(bitsOf(line))
      .map(
        ([start, length]) =>
          `M${dot.x + start * dot.width} ${dot.y + line * dot.height}h${length * dot.width}` +
          `v${dot.height}h${-length * dot.width}z`,
      )
      .join(""),
  );
  return `<path shape-rendering="crispEdges" fill="${ink}" d="${path.join("")}"/>`;
}

/** Where each run of dark modules starts and how long it is. */
function runs(bits: string): (readonly [number, number])[] {
  return [...bits.matchAll(/1+/g)].map((match) => [match.index, match[0].length] as const);
}
