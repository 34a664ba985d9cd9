const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
const thousand = 1_000;

/** Bytes in words: "1.2 MB". Less than a kilobyte is one. */
export function byteText(bytes: number, language: string): string {
  const least = Math.max(bytes, thousand);
  const step = Math.min(units.length, Math.floor(Math.log(least) / Math.log(thousand)));
  const value = least / thousand ** step;
  const unit = units[step - 1] ?? 'kilobyte';
  const maximumFractionDigits = value < 10 && step > 1 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  );
}
