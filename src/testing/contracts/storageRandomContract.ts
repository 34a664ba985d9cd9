import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { StorageModel, type RandomOp } from './storageModel.ts';
import { seedChat } from './storageSeed.ts';
import type { MakeTarget } from './storageTarget.ts';

const people = 4;
const who = fc.nat(people - 1);
/** A position by its share of what is stored, so that it means something at any time. */
const share = fc.double({ min: 0, max: 1.2, noNaN: true });

const wish = fc.record({ who, at: share, e: fc.constantFrom('👍', '😂', null) });
const send = fc.record({
  who,
  texts: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
  repeat: fc.boolean(),
  names: fc.option(who),
  replyAt: fc.option(share),
  readAt: fc.option(share),
});
const op: fc.Arbitrary<RandomOp> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ t: fc.constant('send' as const), sends: fc.array(send, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      t: fc.constant('edit' as const),
      who,
      at: share,
      names: fc.option(who),
      repeat: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('unsend' as const), who, at: share, repeat: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ t: fc.constant('react' as const), wishes: fc.array(wish, { minLength: 1, maxLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      t: fc.constant('read' as const),
      marks: fc.array(fc.record({ who, at: share }), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('move' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ t: fc.constant('clock' as const), ms: fc.integer({ min: -3_600_000, max: 30_000_000 }) }),
  },
);

/** Any commands in any order, up to four at once: the numbers always add up, and the announced deltas tell exactly what is stored. */
export function storageRandomContract(makeTarget: MakeTarget, runs: number): void {
  let storage: LocalStorage;
  const clock = { now: Date.UTC(2026, 4, 1) };
  beforeAll(async () => {
    storage = await (await makeTarget()).open({ now: () => clock.now });
  });
  afterAll(() => storage.close());

  it.each([chatKind.dm, chatKind.group])('keeps every invariant in a chat of kind %i', async (kind) => {
    const groups = fc.array(fc.array(op, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(groups, async (rounds) => {
        const model = new StorageModel(storage, await seedChat(storage, kind, people), clock);
        for (const round of rounds) {
          await Promise.all(round.map((one) => model.run(one)));
          await model.check();
        }
        expect(model.acked).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs },
    );
  });
}
