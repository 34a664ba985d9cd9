import 'fake-indexeddb/auto';
import { describe } from 'vitest';
import { toUserId } from '#protocol/casts.ts';
import { localStoreContract } from '#testing/contracts/localStoreContract.ts';
import { dexieLocalStore } from './dexieLocalStore.ts';
import { personDatabase } from './personDatabase.ts';

let next = 1;

describe('dexieLocalStore over fake-indexeddb', () => {
  localStoreContract(() => Promise.resolve(dexieLocalStore(personDatabase(toUserId(next++)))));
});
