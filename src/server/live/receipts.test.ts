import { describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { Receipts } from './receipts.ts';

const [chat, other] = [toChatId(5), toChatId(6)];
const [writer, ...readers] = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** A group with one message that somebody looks at. `tell(n)` lets the n-th reader read it; `told` holds when counts were sent, ms from the start. */
async function stage() {
  const clock = fakeClock();
  const state = { isLate: false, loading: Promise.resolve() };
  const told: number[] = [];
  const start = clock.now();
  const receipts = new Receipts({
    clock,
    load: async () => {
      await state.loading;
      return {
        readers: [writer, ...readers].map((mid) => ({ mid, readSeq: 0, joinRev: 0 })),
        messages: [{ seq: 1, mid: writer }],
      };
    },
    isLate: () => state.isLate,
    hasViewers: () => true,
    emit: () => void told.push(clock.now() - start),
    failed: (_what, error) => expect(error).toBeUndefined(),
  });
  await receipts.open([chat]);
  return { clock, state, told, receipts, tell: (n: number) => receipts.move(chat, readers[n] as number, 1) };
}

describe('read counts', () => {
  it('N18: are told at once, and then once a second: with changes of the chat, or a moment later by themselves', async () => {
    const { clock, told, receipts, tell } = await stage();
    tell(0);
    await clock.advance(0);
    tell(1);
    await clock.advance(500);
    tell(2);
    await clock.advance(5_000);
    expect(told).toEqual([0, 1_250]);
    tell(3);
    receipts.ride(chat);
    tell(4);
    await clock.advance(900);
    receipts.ride(chat);
    expect(told).toHaveLength(3);
    await clock.advance(100);
    receipts.ride(chat);
    expect(told).toHaveLength(4);
    receipts.ride(chat);
    await clock.advance(5_000);
    expect(told).toHaveLength(4);
  });

  it('are told every four seconds while the process is behind', async () => {
    const { clock, state, told, tell } = await stage();
    state.isLate = true;
    tell(0);
    await clock.advance(0);
    for (let n = 1; n < 5; n += 1) {
      tell(n);
      await clock.advance(1_500);
    }
    expect(told).toEqual([0, 4_250]);
    await clock.advance(5_000);
    expect(told).toEqual([0, 4_250, 8_500]);
  });

  it('are back at once a second when it has caught up', async () => {
    const { clock, state, told, tell } = await stage();
    state.isLate = true;
    tell(0);
    await clock.advance(0);
    state.isLate = false;
    tell(1);
    await clock.advance(1_250);
    expect(told).toEqual([0, 1_250]);
  });

  it('N9: who opens several chats is answered nothing older than what he was told while one of them was read', async () => {
    const { clock, state, told, receipts, tell } = await stage();
    const loading = Promise.withResolvers<void>();
    state.loading = loading.promise;
    const opened = receipts.open([chat, other]);
    tell(0);
    await clock.advance(0);
    expect(told).toEqual([0]);
    loading.resolve();
    expect(await opened).toEqual([
      [chat, [[1, 1]]],
      [other, [[1, 0]]],
    ]);
  });

  it('wait no longer than a pause when the clock of the server is set back', async () => {
    const { clock, told, tell } = await stage();
    tell(0);
    await clock.advance(0);
    clock.jump(-3_600_000);
    tell(1);
    await clock.advance(1_250);
    expect(told).toHaveLength(2);
  });
});
