import { describe } from 'vitest';
import { toUserId } from '#protocol/casts.ts';
import { localStoreContract } from '#testing/contracts/localStoreContract.ts';
import { dexieLocalStore } from './dexieLocalStore.ts';
import { personDatabase } from './personDatabase.ts';

// Databases of earlier runs may still be in the profile: ids begin where no run has been.
let next = Math.floor(performance.timeOrigin);

describe('dexieLocalStore in a browser', () => {
  localStoreContract(() => Promise.resolve(dexieLocalStore(personDatabase(toUserId(next++)))));
});
