/** A text of whatever a page gave where a text belongs, without spaces at its ends; nothing is an empty one. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return value === undefined || value === null ? '' : `${value as string}`.trim();
}
