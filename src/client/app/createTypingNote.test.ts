import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { fakeClock, type FakeClock } from '#testing/fakeClock.ts';
import { createTypingNote } from './createTypingNote.ts';

const c7 = toChatId(7);
const c8 = toChatId(8);
let clock: FakeClock;
let told: { c: ChatId; at: number }[];
let note: ReturnType<typeof createTypingNote>;
beforeEach(() => {
  clock = fakeClock();
  told = [];
  note = createTypingNote(clock, (c) => void told.push({ c, at: clock.elapsed() }));
});
const typeFor = async (ms: number, c = c7): Promise<void> => {
  for (let past = 0; past < ms; past += 100) {
    note.typed(c);
    await clock.advance(100);
  }
};
const times = (c = c7): number[] => told.filter((one) => one.c === c).map(({ at }) => at);

it('N12: one sign per chat and 3 s, at the first key', async () => {
  await typeFor(7_000);
  expect(times()).toEqual([0, 3_000, 6_000]);
  note.typed(c8);
  expect(times(c8)).toEqual([7_000]);
});

it('N12: who types on after having sent a message is seen typing half a second later', async () => {
  await typeFor(1_000);
  note.sent(c7);
  await typeFor(1_000);
  // Not at once: the message that is under way says that nobody types any more.
  expect(times()).toEqual([0, 1_500]);
  await typeFor(3_000);
  expect(times()).toEqual([0, 1_500, 4_500]);
});

it('N12: a sent message ends the wait of its own chat only', async () => {
  note.typed(c7);
  note.typed(c8);
  note.sent(c7);
  await clock.advance(1_000);
  note.typed(c7);
  note.typed(c8);
  expect([times(c7), times(c8)]).toEqual([[0, 1_000], [0]]);
});

it('N12: between two signs of a chat there are always 3 s or a sent message, and keys are never silent for longer', async () => {
  const act = fc.record({ isSend: fc.boolean(), waitMs: fc.integer({ min: 0, max: 2_000 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      clock = fakeClock();
      told = [];
      note = createTypingNote(clock, (c) => void told.push({ c, at: clock.elapsed() }));
      let sentAt = Number.NEGATIVE_INFINITY;
      let last = Number.NEGATIVE_INFINITY;
      for (const { isSend, waitMs } of acts) {
        await clock.advance(waitMs);
        const now = clock.elapsed();
        const before = told.length;
        if (isSend) {
          note.sent(c7);
          sentAt = now;
        } else {
          note.typed(c7);
          const isDue = sentAt >= last ? now - sentAt >= 500 : now - last >= 3_000;
          expect(told.length - before).toBe(isDue ? 1 : 0);
          if (isDue) last = now;
        }
      }
    }),
  );
});
