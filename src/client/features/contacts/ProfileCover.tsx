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
      <g fill="oklch(var(--name-l) var(--name-c) var(--h))">
        <path d="M0 132 96 84l70 40 92-62 84 58 62-28 156 60v80H0z" opacity=".28" />
        <path d="M0 150q90-34 190-12t180-8 190 6v40H0z" opacity=".42" />
        <path d="M0 168q140-34 280-14t280-6v20z" opacity=".6" />
      </g>
    </svg>
  );
}
