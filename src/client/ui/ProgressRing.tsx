export type ProgressRingProps = {
  /** 0–1 */
  value: number;
  label: string;
  /** px */
  size?: number;
  /** what stands inside: a percentage, seconds left */
  text?: string;
};

/** How far something is, as a ring: uploads, slow mode. Starts at twelve o'clock. */
export function ProgressRing({ value, label, size = 44, text }: ProgressRingProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      className="relative inline-grid flex-none place-items-center"
      style={{ width: size, height: size }}
    >
      <svg aria-hidden viewBox="0 0 44 44" className="absolute inset-0 size-full -rotate-90">
        <circle cx="22" cy="22" r="19.5" fill="none" strokeWidth="3.5" className="stroke-press" />
        <circle
          cx="22"
          cy="22"
          r="19.5"
          fill="none"
          strokeWidth="3.5"
          strokeLinecap="round"
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          className="stroke-brand"
        />
      </svg>
      {text && (
        <span aria-hidden className="relative text-12 font-semibold text-ink-soft tabular-nums">
          {text}
        </span>
      )}
    </span>
  );
}
