export type QrCodeProps = {
  /** the squares row by row; true is dark */
  squares: readonly (readonly boolean[])[];
  /** what the code is of, for those who do not see it */
  label: string;
  /** px */
  size?: number;
};

/** Free space around a code, in squares: readers need four. */
const QUIET = 4;

/** A QR code. Always dark on white, in the dark theme too: many readers know nothing else. */
export function QrCode({ squares, label, size = 220 }: QrCodeProps) {
  const side = squares.length + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      className="max-w-full rounded-card bg-white shadow-edge"
    >
      <path d={toPath(squares)} fill="#141414" />
    </svg>
  );
}

/** One stroke for each run of dark squares. */
function toPath(squares: QrCodeProps['squares']): string {
  return squares
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.findIndex((dark, at) => at > x && !dark);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x + QUIET} ${y + QUIET}h${width}v1h-${width}z`];
      }),
    )
    .join('');
}
