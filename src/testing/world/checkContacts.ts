import { expect } from 'vitest';
import { contactState } from '#protocol/entities/contactState.ts';
import type { UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';

const readContacts = readUnit(async (tx, user: UserId): Promise<[number, number][]> => {
  const rows = await tx.sql<{ peer_id: number; state: number }>(
    'SELECT peer_id, state FROM contacts WHERE user_id = ? ORDER BY peer_id',
    [user],
  );
  return rows.map(({ peer_id: peer, state }) => [peer, state]);
});

/** I10 for a person's own rows: every device knows the same relations as the database. */
export async function checkContacts({ server }: World, { login, store }: WorldDevice): Promise<void> {
  const isKept = ([, state]: [number, number]): boolean => state !== contactState.removed;
  const stored = await server.storage.runUnit(readContacts, login.user);
  const cached = store.dump('contacts').map(({ u, st }): [number, number] => [u, st]);
  expect(cached.filter(isKept), 'contacts').toEqual(stored.filter(isKept));
}
