import type { CSSProperties } from 'react';
import { personHue } from '#client/ui/personHue.ts';

export type ProfileCoverProps = { /** the id whose colour it takes */ id: string };

/** Hills at dusk in a person's own colour, above their profile. Decoration. */
export function ProfileCover({ id }: ProfileCoverProps) {
  const style = { '--h': personHue(id) } as CSSProperties;
  return (
    <svg
      aria-hidden
      viewBox="0 0 560 168"
      preserveAspectRatio="xMidYMid slice"
      className="person-ground absolute inset-0 size-full"
      style={style}
    >
      <circle cx="398" cy="86" r="46" fill="var(--sun)" opacity=".75" />
      {/* Lightness falls from the sky to the front in both themes: each hill is a share of the ground's. */}
      <path d="M0 132 96 84l70 40 92-62 84 58 62-28 156 60v80H0z" fill={hill(0.84)} />
      <path d="M0 150q90-34 190-12t180-8 190 6v40H0z" fill={hill(0.72)} />
      <path d="M0 168q140-34 280-14t280-6v20z" fill={hill(0.6)} />
    </svg>
  );
}

/** The person's colour, darker by a share of the ground's lightness. */
const hill = (share: number): string => `oklch(calc(var(--av-bg-l) * ${share}) 0.07 var(--h))`;
