import { expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import type { EngineCall, TabView } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { attentionMs, createScreenBook } from './createScreenBook.ts';

const c7 = toChatId(7);
const view = (tab: string, more: Partial<TabView> = {}): EngineCall => ({
  t: 'view',
  view: { tab, visible: true, focused: true, open: [c7], watch: [], ...more },
});

it('K1: a chat is looked at in a visible tab with the focus, until that tab says otherwise or goodbye', () => {
  const book = createScreenBook(fakeClock());
  expect([book.isOnScreen(c7), book.isAttended()]).toEqual([false, false]);
  expect(book.hear(view('a'))).toBe(true);
  expect([book.isOnScreen(c7), book.isOnScreen(toChatId(8)), book.isAttended()]).toEqual([true, false, true]);
  book.hear(view('a', { open: [] }));
  expect([book.isOnScreen(c7), book.isAttended()]).toEqual([false, true]);
  for (const away of [view('a', { focused: false }), view('a', { visible: false }), { t: 'bye', tab: 'a' } as const]) {
    book.hear(view('a'));
    expect(book.hear(away)).toBe(true);
    expect([book.isOnScreen(c7), book.isAttended()]).toEqual([false, false]);
    // What is known already changes nothing.
    expect(book.hear(away)).toBe(false);
  }
});

it('K1: each tab counts for itself, and what it does not say again ends after 75 s', async () => {
  const clock = fakeClock();
  const book = createScreenBook(clock);
  book.hear(view('crashed'));
  await clock.advance(attentionMs - 1);
  book.hear(view('other', { open: [toChatId(8)] }));
  expect([book.isOnScreen(c7), book.isOnScreen(toChatId(8))]).toEqual([true, true]);
  await clock.advance(1);
  expect([book.isOnScreen(c7), book.isOnScreen(toChatId(8)), book.isAttended()]).toEqual([false, true, true]);
  book.hear({ t: 'bye', tab: 'crashed' });
  expect(book.isAttended()).toBe(true);
  expect(book.hear({ t: 'poke' })).toBe(false);
});
