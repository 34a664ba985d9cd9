import type { DatabaseShape } from './openDatabase.ts';

/** The small database that exists before anybody is logged in. */
export const kabarShape: DatabaseShape = {
  name: 'kabar',
  versions: [{ stores: { accounts: 'uid, lastUsed', device: 'key' } }],
};
