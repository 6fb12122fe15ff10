import type { Glyph, PageRow, PaperRow, Receipt } from "#simulator/paper/paper.ts";

/** The rows of a receipt in dots, a line each: what `paperText` leaves out. */
export function paperRows({ rows, edge }: Receipt): string {
  return [...rows.flatMap(rowLines), `[${edge}]`].map((line) => `${line}\n`).join("");
}

function rowLines(row: PaperRow): readonly string[] {
  if (row.kind !== "page") return [rowLine(row)];
  return [
    `page ${row.heightDots}`,
    ...row.parts.map((part) => `${part.yDots}: ${rowLine(part.row)}`),
  ];
}

function rowLine(row: Exclude<PaperRow, PageRow>): string {
  switch (row.kind) {
    case "text": {
      const turned = row.isUpsideDown === true ? " on its head" : "";
      return `text ${row.heightDots}${turned}: ${runs(row.glyphs).join("; ")}`;
    }
    case "feed":
      return `feed ${row.heightDots}`;
    case "raster": {
      const { says = "picture", xDots, widthDots, heightDots, scaleX, scaleY } = row;
      return `${says} at ${xDots}, ${widthDots} x ${heightDots}, dots of ${scaleX} x ${scaleY}`;
    }
    case "qr":
      return `qr ${row.data} at ${row.xDots}, ${row.size} modules of ${row.moduleDots}`;
    case "barcode": {
      const { symbology, data, xDots, pattern, moduleDots, barHeightDots, hri } = row;
      const size = `${pattern.length * moduleDots} x ${barHeightDots}`;
      return `${symbology} ${data} at ${xDots}, ${size}, digits ${hri}`;
    }
  }
}

/** Glyphs of one style side by side, with the place of the first and the distance of each. */
function runs(glyphs: readonly Glyph[]): readonly string[] {
  const all: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = all.at(-1);
    const [first] = run ?? [];
    if (run !== undefined && first !== undefined && styleOf(first) === styleOf(glyph)) {
      run.push(glyph);
    } else all.push([glyph]);
  }
  return all.map((run) => {
    const [{ xDots = 0 } = {}, second] = run;
    const apart = second === undefined ? "" : ` by ${second.xDots - xDots}`;
    return `${run.map(({ text }) => text).join("")} at ${xDots}${apart}${styleOf(run[0])}`;
  });
}

function styleOf(glyph: Glyph | undefined): string {
  if (glyph === undefined) return "";
  const { widthDots, heightDots, bold, underline, reverse } = glyph;
  const worn = { bold, underline, reverse };
  const styles = Object.entries(worn).flatMap(([name, isWorn]) => (isWorn ? [` ${name}`] : []));
  return ` ${widthDots} x ${heightDots}${styles.join("")}`;
}
