/** `?, ?, …` for `count` single values, as in `IN (…)`. */
export function placeholders(count: number): string {
  return count <= 1 ? '?' : `?${', ?'.repeat(count - 1)}`;
}
