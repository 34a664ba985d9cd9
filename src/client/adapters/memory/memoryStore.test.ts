import { describe, expect, it } from 'vitest';
import { localStoreContract } from '#testing/contracts/localStoreContract.ts';
import { sendEntry } from '#testing/localRows.ts';
import { memoryData, memoryStore } from './memoryStore.ts';

describe('memoryStore', () => {
  localStoreContract(async () => memoryStore());

  it('begins with rows of another store and goes on with its numbers', async () => {
    const store = memoryStore(memoryData({ outbox: [sendEntry(7)] }, 40));
    const { batch } = await store.commit((tx) => tx.put('outbox', [{ ...sendEntry(0), id: undefined } as never]));
    expect(batch.num).toBe(41);
    expect(batch.tables.outbox?.put[0]?.id).toBe(8);
    expect(await store.read(['outbox'], (tx) => tx.count('outbox', { from: 0, to: 100 }))).toBe(2);
  });
});
