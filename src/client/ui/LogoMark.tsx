export type LogoMarkProps = {
  /** px */
  size?: number;
  /** the accessible name; without it the mark is decoration */
  label?: string;
};

/** The mark: Tika's head in a speech bubble with the tight corner. */
export function LogoMark({ size = 36, label }: LogoMarkProps) {
  return (
    <svg
      viewBox="0 0 36 36"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className="block flex-none"
    >
      <path
        d="M18 2.5c8.8 0 15.5 6.3 15.5 14.5S26.8 31.5 18 31.5H6.5c-2.2 0-4-1.8-4-4V17C2.5 8.8 9.2 2.5 18 2.5Z"
        className="fill-[var(--logo)]"
      />
      <circle cx="15" cy="20" r="7.25" fill="#fff" />
      <path d="M22 12.5c5.3.2 9.3 2.4 11.2 5.7-3 3.2-6.9 5-11.2 5.3-2.6-3.5-2.6-7.6 0-11Z" fill="#f0765c" />
      <path d="M22.3 18h10.3" stroke="#c94f3c" strokeWidth="1.4" strokeLinecap="round" />
      <circle cx="17.25" cy="11" r="2.5" fill="#f0765c" />
      <circle cx="17.25" cy="11" r="1.45" fill="#14171a" />
    </svg>
  );
}
