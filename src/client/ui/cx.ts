/** Joins class names, leaving out whatever is false, null, undefined or empty. */
export function cx(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
