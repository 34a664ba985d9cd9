/** Reads a colour as `#rgb`, `#rrggbb`, `rgb(…)` or `rgba(…)`. Answers `#rrggbb` in small letters, or nothing. */
export function parseColor(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, '$&$&');
  const channels = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*\d*\.?\d+\s*)?\)$/
    .exec(text)
    ?.slice(1);
  if (!channels || channels.some((channel) => Number(channel) > 255)) return undefined;
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}
