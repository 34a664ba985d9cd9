import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { toChatId } from '#protocol/casts.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { localRow } from '#testing/localRows.ts';
import { emptyChatWindow, type ChatWindowState } from './chatWindowStore.ts';
import { createOriginals, type FindMessages } from './originalsOf.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve));

function start(rows: number[]) {
  const window = createStore<ChatWindowState>(() => ({
    ...emptyChatWindow(toChatId(7)),
    messages: rows.map((s) => localRow(s)),
  }));
  const asked: (readonly number[])[] = [];
  let answer: ((seqs: readonly number[]) => ReadonlyMap<number, Row | null>) | undefined;
  const find: FindMessages = async (seqs, show) => {
    asked.push(seqs);
    if (answer) show(answer(seqs));
  };
  return {
    window,
    asked,
    originals: createOriginals(window, find),
    answerWith: (next: typeof answer) => (answer = next),
  };
}

it('finds what is in the window without a question, wherever it stands there', () => {
  const { originals, asked } = start([2, 3, 5, 8, 13]);
  expect([2, 3, 5, 8, 13].map((seq) => originals.get(seq)?.s)).toEqual([2, 3, 5, 8, 13]);
  expect([1, 4, 14].map((seq) => originals.get(seq))).toEqual([undefined, undefined, undefined]);
  expect(asked).toEqual([]);
});

it('asks once for all wishes of a moment, fifty at a time, and tells who listens', async () => {
  const { originals, asked, answerWith } = start([]);
  answerWith((seqs) => new Map(seqs.map((s) => [s, s === 7 ? null : localRow(s)])));
  let told = 0;
  originals.listen(() => (told += 1));
  for (let seq = 1; seq <= 60; seq += 1) originals.want(seq);
  originals.want(1);
  await tick();
  expect(asked.map((seqs) => seqs.length)).toEqual([50, 10]);
  expect(told).toBe(2);
  expect([originals.get(1)?.s, originals.get(7)]).toEqual([1, null]);
});

it('asks again for what no network brought', async () => {
  const { originals, asked } = start([]);
  originals.want(4);
  await tick();
  originals.want(4);
  await tick();
  expect(asked).toEqual([[4], [4]]);
});

it('shows the copy of the window before an older answer, and what is under way over it', async () => {
  const { originals, window, answerWith } = start([]);
  answerWith(() => new Map([[4, localRow(4, { b: { x: 'old' } })]]));
  originals.want(4);
  await tick();
  let told = 0;
  const leave = originals.listen(() => (told += 1));
  window.setState({ messages: [localRow(4, { r: 9, b: { x: 'new' } })] });
  expect([originals.get(4)?.b, told]).toEqual([{ x: 'new' }, 1]);
  window.setState({ overlays: new Map([[4, { gone: true }]]) });
  expect([originals.laidOver(4).isGone, originals.laidOver(5), told]).toEqual([true, {}, 2]);
  leave();
  window.setState({ messages: [] });
  expect(told).toBe(2);
});
