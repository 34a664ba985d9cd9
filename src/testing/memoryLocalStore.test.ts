import { describe, expect, it } from 'vitest';
import { localStoreContract } from './contracts/localStoreContract.ts';
import { memoryLocalStore } from './memoryLocalStore.ts';

describe('memoryLocalStore', () => {
  localStoreContract(async () => memoryLocalStore());

  it('loses a commit, or only its answer, when a test asks for it', async () => {
    const store = memoryLocalStore();
    store.onCommit(() => 'before');
    await expect(store.commit((tx) => tx.put('meta', [{ key: 'a', val: 1 }]))).rejects.toThrow('injected');
    store.onCommit(() => 'after');
    await expect(store.commit((tx) => tx.put('meta', [{ key: 'b', val: 1 }]))).rejects.toThrow('injected');
    expect(store.dump('meta').map((row) => row.key)).toEqual(['b', 'changes']);
  });
});
