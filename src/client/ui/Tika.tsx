import { TikaFigure } from './TikaFigure.tsx';

export type TikaPose = 'nap' | 'doze' | 'wave';

export type TikaProps = {
  /** `nap`: asleep on the ground, for empty and offline; `doze`: asleep on a wire; `wave`: awake with a letter */
  pose: TikaPose;
  /** px */
  width?: number;
  /** the accessible name; without it she is decoration */
  label?: string;
};

/** Tika, the Java sparrow, who naps when the network does. */
export function Tika({ pose, width = 112, label }: TikaProps) {
  return (
    <svg
      viewBox="0 0 200 164"
      width={width}
      height={Math.round(width * 0.82)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className="block flex-none overflow-visible"
    >
      {pose === 'nap' ? <ellipse cx="80" cy="148" rx="66" ry="7" fill="currentColor" opacity=".09" /> : <Feet />}
      {pose === 'wave' && <TailAndLetter />}
      <TikaFigure eyes={pose === 'wave' ? 'open' : 'shut'} />
      {pose === 'wave' ? <WaveWings /> : <SleepWings />}
    </svg>
  );
}

function Feet() {
  return (
    <path
      d="M62 144v8m-6 3 6-4 6 4M98 144v8m-6 3 6-4 6 4"
      stroke="#ee8a76"
      strokeWidth="5"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

function TailAndLetter() {
  return (
    <>
      <path d="M132 98q20-6 28-34 9 28-8 46-10 9-22 6z" fill="#8e989f" />
      <g transform="rotate(-12 167 35)">
        <rect x="146" y="20" width="42" height="30" rx="5" fill="#fff4de" stroke="#2b8790" strokeWidth="3.5" />
        <path d="m147 24 20 14 20-14" fill="none" stroke="#2b8790" strokeWidth="3.5" strokeLinejoin="round" />
        <circle cx="186" cy="21" r="6.5" fill="#ee6f57" />
      </g>
    </>
  );
}

function WaveWings() {
  return (
    <>
      <path d="M24 94q-10 16-5 32 12 1 21-14 4-12-3-20-6-4-13 2Z" fill="#8e989f" />
      <path
        d="M58 122q4 4 8 0M76 128q4 4 8 0M94 122q4 4 8 0"
        stroke="#e5bfb2"
        strokeWidth="3"
        fill="none"
        strokeLinecap="round"
      />
    </>
  );
}

function SleepWings() {
  return (
    <>
      <path
        d="M26 104q-4 22 14 30 12-6 10-24-4-14-12-16-8 0-12 10ZM134 104q4 22-14 30-12-6-10-24 4-14 12-16 8 0 12 10Z"
        fill="#8e989f"
      />
      <g fill="none" stroke="#2b8790" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M146 48h16l-16 18h16" />
        <path d="M170 20h12l-12 14h12" strokeWidth="4" />
      </g>
    </>
  );
}
