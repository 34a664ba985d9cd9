import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeBatch } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { createBatchFeed } from './createBatchFeed.ts';

const batch = (num: number): ChangeBatch => ({ num, tables: {} });

function listen(start?: number) {
  const clock = fakeClock();
  const feed = createBatchFeed(clock);
  const heard: number[] = [];
  let holes = 0;
  feed.onBatch(({ num }) => heard.push(num));
  feed.onHole(() => (holes += 1));
  if (start !== undefined) feed.continueAfter(start);
  return { clock, feed, heard, holes: () => holes };
}

describe('createBatchFeed', () => {
  it('passes every batch once and in order, however they arrive', async () => {
    const order = fc.integer({ min: 1, max: 20 }).chain((count) => {
      const nums = Array.from({ length: count }, (_, index) => index + 1);
      const twice = fc.array(fc.constantFrom(...nums), { maxLength: 10 });
      return fc.tuple(
        fc.constant(nums),
        twice.chain((more) => fc.shuffledSubarray([...nums, ...more], { minLength: count + more.length })),
      );
    });
    await fc.assert(
      fc.asyncProperty(order, fc.nat(5), async ([nums, arrival], base) => {
        const { feed, heard, clock, holes } = listen(base);
        for (const num of arrival) feed.take(batch(num));
        await clock.advance(1_000);
        expect(heard).toEqual(nums.filter((num) => num > base));
        expect(holes()).toBe(0);
      }),
    );
  });

  it('keeps batches until the first read has ended, and drops those the read contains', () => {
    const { feed, heard } = listen();
    feed.take(batch(4));
    feed.take(batch(6));
    feed.take(batch(5));
    expect(heard).toEqual([]);
    feed.continueAfter(4);
    expect(heard).toEqual([5, 6]);
  });

  it('asks for a new read when a batch does not come within 200 ms, not before', async () => {
    const { feed, heard, clock, holes } = listen(1);
    feed.take(batch(3));
    await clock.advance(199);
    expect(holes()).toBe(0);
    await clock.advance(2);
    expect(holes()).toBe(1);
    feed.continueAfter(3);
    feed.take(batch(4));
    expect(heard).toEqual([4]);
    await clock.advance(1_000);
    expect(holes()).toBe(1);
  });

  it('does not go back when a slow read ends after newer batches', () => {
    const { feed, heard } = listen(1);
    feed.take(batch(2));
    feed.continueAfter(1);
    feed.take(batch(2));
    feed.take(batch(3));
    expect(heard).toEqual([2, 3]);
  });
});
