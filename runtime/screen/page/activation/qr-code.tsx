interface QrCodeProps {
  /** `1` is dark. */
  readonly rows: readonly string[];
  readonly label: string;
  readonly isFaded: boolean;
}

/** Light modules around the code that a reader needs (ISO/IEC 18004, 5.3.8). */
const quietZone = 4;

export function QrCode({ rows, label, isFaded }: QrCodeProps) {
  const side = rows.length + 2 * quietZone;
  const dark = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(
      (run) => `M${run.index + quietZone} ${y + quietZone}h${run[0].length}v1h-${run[0].length}z`,
    ),
  );
  return (
    <svg
      class={isFaded ? "qr over" : "qr"}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="qr-light" width={side} height={side} />
      <path d={dark.join("")} />
    </svg>
  );
}
