import { useId } from 'react';
import type { Place } from '#domain/places.ts';

export type PlaceDrawingProps = Place & {
  /** how exact, metres: the ring around the pin */
  ac?: number | undefined;
};

const [width, height] = [320, 128];
const middle = { x: width / 2, y: 74 };

/**
 * A quiet picture of a place that asks nobody for a map: land and water as the coordinates draw them, always the same for the same place, the net of degrees, a compass and the
 * pin. It claims nothing about what is really there. For the eye only: the words stand beside it.
 */
export function PlaceDrawing({ la, lo, ac }: PlaceDrawingProps) {
  const clip = useId();
  const ring = ac === undefined ? 0 : Math.min(58, 12 + Math.log10(Math.max(1, ac)) * 14);
  const [grid, shift] = [40, { x: fraction(lo) * 40, y: fraction(la) * 40 }];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="block w-full" aria-hidden focusable="false">
      <clipPath id={clip}>
        <rect width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width={width} height={height} fill="var(--brand-soft)" />
        {hills({ la, lo }).map((path, index) => (
          <path key={path} d={path} fill="var(--brand)" opacity={0.07 + index * 0.05} />
        ))}
        <g stroke="var(--brand)" strokeOpacity="0.22" fill="none">
          {Array.from({ length: 10 }, (_, index) => (
            <path key={index} d={`M${index * grid - shift.x} 0V${height}`} />
          ))}
          {Array.from({ length: 5 }, (_, index) => (
            <path key={index} d={`M0 ${index * grid - shift.y}H${width}`} />
          ))}
        </g>
        {ring > 0 && (
          <circle cx={middle.x} cy={middle.y} r={ring} fill="var(--brand)" fillOpacity="0.14" stroke="var(--brand)" />
        )}
        <ellipse cx={middle.x} cy={middle.y + 1} rx="7" ry="2.5" fill="var(--ink)" opacity="0.25" />
        <path
          d={`M${middle.x} ${middle.y}c-4-8-13-14-13-24a13 13 0 0 1 26 0c0 10-9 16-13 24z`}
          fill="var(--unread)"
          stroke="var(--surface-raised)"
          strokeWidth="2"
        />
        <circle cx={middle.x} cy={middle.y - 24} r="4.5" fill="var(--surface-raised)" />
        <g transform={`translate(${width - 26} 26)`}>
          <circle r="15" fill="var(--surface-raised)" fillOpacity="0.85" />
          <path d="M0-11 3.5 0H-3.5Z" fill="var(--unread)" />
          <path d="M0 11 3.5 0H-3.5Z" fill="var(--line-strong)" />
        </g>
      </g>
    </svg>
  );
}

/** What is behind the point of a number of degrees, in hundredths: the same place is always drawn alike. */
const fraction = (degrees: number): number => {
  const scaled = Math.abs(degrees) * 100;
  return scaled - Math.floor(scaled);
};

/** Three soft shapes whose waves come from the coordinates. */
function hills({ la, lo }: Place): string[] {
  return [0, 1, 2].map((layer) => {
    const points = Array.from({ length: 9 }, (_, index) => {
      const turn = (la * 3.7 + lo * 1.9) * 7 + index * (1.1 + layer * 0.4) + layer * 2.3;
      return { x: index * 40, y: 34 + layer * 26 + Math.sin(turn) * 13 + Math.cos(turn * 0.6 + lo) * 7 };
    });
    const line = points.map(({ x, y }, index) => {
      const before = points[index - 1];
      return before ? `S${x - 20} ${y.toFixed(1)} ${x} ${y.toFixed(1)}` : `M${x} ${y.toFixed(1)}`;
    });
    return `${line.join('')}V${height}H0Z`;
  });
}
