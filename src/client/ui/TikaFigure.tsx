import { useId } from 'react';

export type TikaFigureProps = { eyes: 'open' | 'shut' };

const OUTLINE = 'M80 26C116 26 140 56 140 94 140 128 114 146 80 146 46 146 20 128 20 94 20 56 44 26 80 26Z';

/** The bird herself, in a 160 × 160 box: body, cap, cheeks, eyes, bill. What she holds and how her wings lie is drawn around her. */
export function TikaFigure({ eyes }: TikaFigureProps) {
  const clip = useId();
  return (
    <>
      <clipPath id={clip}>
        <path d={OUTLINE} />
      </clipPath>
      <path d={OUTLINE} fill="#a7b0b6" />
      <g clipPath={`url(#${clip})`}>
        <ellipse cx="80" cy="146" rx="52" ry="34" fill="#f3dcd3" />
        <ellipse cx="80" cy="42" rx="72" ry="46" fill="#35393d" />
        <ellipse cx="44" cy="80" rx="21" ry="16" fill="#fff" />
        <ellipse cx="116" cy="80" rx="21" ry="16" fill="#fff" />
      </g>
      {eyes === 'shut' ? (
        <path d="M49 61q7 6 14 0M97 61q7 6 14 0" stroke="#f08a72" strokeWidth="3.6" fill="none" strokeLinecap="round" />
      ) : (
        [56, 104].map((x) => <Eye key={x} x={x} />)
      )}
      <path d={OUTLINE} fill="none" stroke="var(--tika-rim)" strokeWidth="2.5" />
      <path d="M64 74Q66 62 80 61q14 1 16 13-4 16-16 21Q68 90 64 74Z" fill="#ee6f57" />
      <path d="M65 76q15 7 30 0" stroke="#c94f3c" strokeWidth="2.6" fill="none" strokeLinecap="round" />
      <ellipse cx="73" cy="68" rx="3.5" ry="2.2" fill="#f9a794" />
      <ellipse cx="38" cy="88" rx="6" ry="3.6" fill="#f7b5a4" opacity=".8" />
      <ellipse cx="122" cy="88" rx="6" ry="3.6" fill="#f7b5a4" opacity=".8" />
    </>
  );
}

function Eye({ x }: { x: number }) {
  return (
    <>
      <circle cx={x} cy="60" r="8" fill="#f08a72" />
      <circle cx={x} cy="60" r="5.6" fill="#17181a" />
      <circle cx={x + 2} cy="58" r="1.9" fill="#fff" />
    </>
  );
}
