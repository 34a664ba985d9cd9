import { expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import type { HiddenRow } from '#sync/changes.ts';
import { applyHidden, projectHidden } from './hiddenStore.ts';

const [a, b] = [toChatId(1), toChatId(2)];
const plain = (state: ReturnType<typeof projectHidden>) => [...state.seqs].map(([c, seqs]) => [c, [...seqs]]);
const batch = (put: HiddenRow[], del: [typeof a, number][] = [], wiped = false) => ({
  num: 1,
  tables: { hidden: { put, del } },
  ...(wiped ? { wiped: ['hidden' as const] } : {}),
});

it('holds seqs by chat, takes batches, and keeps what they do not touch as it was', () => {
  const first = projectHidden([
    { c: a, s: 1 },
    { c: b, s: 5 },
    { c: a, s: 3 },
  ]);
  expect(plain(first)).toEqual([
    [a, [1, 3]],
    [b, [5]],
  ]);
  const second = applyHidden(first, batch([{ c: a, s: 4 }], [[a, 1]]));
  expect(second.seqs.get(a)).toEqual(new Set([3, 4]));
  expect(second.seqs.get(b)).toBe(first.seqs.get(b));
  expect(applyHidden(second, { num: 2, tables: {} })).toBe(second);
  expect(plain(applyHidden(second, batch([{ c: b, s: 6 }], [], true)))).toEqual([[b, [6]]]);
});
