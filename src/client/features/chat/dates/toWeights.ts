import type { ChatDay } from '#client/context.ts';

/** How long each day's mark is, 0–1. Logarithmic: a chat's liveliest day may hold a hundred times as much as a usual one. */
export function toWeights(days: readonly ChatDay[]): Map<string, number> {
  const most = Math.log1p(Math.max(1, ...days.map(({ busy }) => busy)));
  return new Map(days.map(({ day, busy }) => [day, Math.log1p(busy) / most]));
}
