import { expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { sendEntry } from '#testing/localRows.ts';
import { leftTexts } from './leftTexts.ts';

const c = toChatId(7);

it('names what was written and where to, messages first; what has no words is left out', () => {
  const send = sendEntry(1);
  const react = { ...sendEntry(2), i: 'react', action: { t: 'react', c, s: 1, e: '👍' } } as never;
  const drafts = [
    { c, text: 'half a thought', at: undefined, updated: 1 },
    { c: toChatId(8), text: ' ', at: undefined, updated: 1 },
  ];
  const left = { outbox: [send, react], drafts, titles: [[c, 'Ben'] as [typeof c, string]] };
  expect(leftTexts(left)).toEqual([
    { key: send.i, text: 'text 1', to: 'Ben' },
    { key: 'draft-7', text: 'half a thought', to: 'Ben' },
  ]);
  expect(leftTexts(undefined)).toEqual([]);
});
