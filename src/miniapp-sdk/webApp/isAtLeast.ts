/** Compares versions such as `7.10` number by number; missing numbers are zero. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [have, need] = [version, wanted].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let place = 0; place < Math.max(have!.length, need!.length); place += 1) {
    const difference = (have![place] ?? 0) - (need![place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
