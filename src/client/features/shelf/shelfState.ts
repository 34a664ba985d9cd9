import type { Kept } from './useKept.ts';

/** What a page shows of how far it is. */
export function shelfState({
  data,
  problem,
  isGone,
}: Pick<Kept<unknown>, 'data' | 'problem' | 'isGone'>): 'loading' | 'ready' | 'unreadable' | 'gone' {
  if (isGone) return 'gone';
  if (data !== undefined) return 'ready';
  return problem === undefined ? 'loading' : 'unreadable';
}
