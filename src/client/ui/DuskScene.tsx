import { useId } from 'react';
import { Tika } from './Tika.tsx';

/** The picture of the door: dusk, two wires, Tika with a letter and a friend asleep. Decoration; fills its parent, cut at the top. */
export function DuskScene() {
  const sky = useId();
  return (
    <svg aria-hidden viewBox="0 0 720 900" preserveAspectRatio="xMidYMax slice" className="absolute inset-0 size-full">
      <defs>
        <linearGradient id={sky} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--sky-1)" />
          <stop offset=".62" stopColor="var(--sky-2)" />
          <stop offset="1" stopColor="var(--sky-3)" />
        </linearGradient>
      </defs>
      <rect width="720" height="900" fill={`url(#${sky})`} />
      <circle cx="520" cy="560" r="92" fill="var(--sun)" />
      <path d="M0 720q120-70 250-34t230-30 240 10v234H0z" fill="var(--hill-1)" />
      <path d="M0 790q150-60 330-18t390-30v158H0z" fill="var(--hill-2)" />
      <g fill="none" stroke="var(--wire)">
        <path d="M-20 500Q200 566 400 520T740 470" strokeWidth="3.5" />
        <path d="M-20 540Q220 604 420 556T740 500" strokeWidth="2.5" opacity=".7" />
        <path d="M612 440v470M574 470h78" strokeWidth="9" strokeLinecap="round" />
      </g>
      <g transform="translate(169 388)">
        <Tika pose="wave" width={190} />
      </g>
      <g transform="translate(408 424)">
        <Tika pose="doze" width={112} />
      </g>
    </svg>
  );
}
