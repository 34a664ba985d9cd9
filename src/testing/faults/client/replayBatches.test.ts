import { expect, it } from 'vitest';
import type { ChangeBatch, TableName } from '#sync/changes.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { recordedStore } from './recordedStore.ts';
import { replayBatches } from './replayBatches.ts';

it('a store that replays the recorded commits of another one holds the same rows', async () => {
  const batches: ChangeBatch[] = [];
  const inner = memoryLocalStore();
  const store = recordedStore(inner, (batch) => void batches.push(structuredClone(batch)));
  const message = (s: number, r = s) => ({ c: 1, s, r }) as never;
  await store.commit((tx) => tx.put('drafts', [{ c: 1, text: 'gone', at: undefined, updated: 1 } as never]));
  await store.commit((tx) => tx.put('msgs', [message(1), message(2), message(3)]));
  await store.commit(async (tx) => {
    await tx.put('outbox', [{ i: 'x', lane: 'c:1' } as never, { i: 'y', lane: 'c:1' } as never]);
    await tx.put('msgs', [message(2, 4)]);
    await tx.del('msgs', [[1, 1] as never]);
  });
  await store.commit((tx) => tx.wipe(['drafts']));
  await store.commit((tx) => tx.del('outbox', [1]));
  // A commit that wrote nothing is no commit.
  await store.commit(async () => undefined);
  expect(batches).toHaveLength(5);
  const copy = memoryLocalStore();
  await replayBatches(copy, batches);
  for (const table of ['drafts', 'msgs', 'outbox'] satisfies TableName[])
    expect(copy.dump(table)).toEqual(inner.dump(table));
  // Ids go on behind the highest one that was ever seen.
  await copy.commit((tx) => tx.put('outbox', [{ i: 'z', lane: 'c:1' } as never]));
  expect(copy.dump('outbox').map(({ i }) => i)).toEqual(['y', 'z']);
});
