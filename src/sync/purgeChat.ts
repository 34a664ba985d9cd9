import type { ChatId } from '#protocol/ids.ts';
import { dropGalleries } from './eviction/galleryKey.ts';
import { dropShelf } from './eviction/shelfKey.ts';
import { keptKey, openedKey } from './eviction/placeRows.ts';
import { highest, laneOf, readLane } from './lanes.ts';
import type { WriteTx } from './ports.ts';
import { threadsOf } from './threadsOf.ts';

/**
 * Removes a chat of which I am no longer a member, with the rooms of a community and the threads. Unsent entries stay: the person is told that they did not arrive. What has
 * arrived goes.
 */
export async function purgeChat(tx: WriteTx, c: ChatId): Promise<void> {
  const chat = await tx.get('chats', c);
  for (const room of chat?.meta.rooms ?? []) await purgeOne(tx, room.c);
  // A thread has none of its own.
  if (chat && chat.meta.root === undefined) for (const thread of await threadsOf(tx, c)) await purgeOne(tx, thread.c);
  await purgeOne(tx, c);
}

async function purgeOne(tx: WriteTx, c: ChatId): Promise<void> {
  const lane = await readLane(tx, laneOf(c));
  await tx.del(
    'outbox',
    lane.filter(({ state }) => state === 'acked').map(({ id }) => id),
  );
  await tx.del('chats', [c]);
  await tx.del('marks', [c]);
  await tx.del('meta', [keptKey(c), openedKey(c)]);
  await dropGalleries(tx, c);
  await dropShelf(tx, c);
  await tx.delRange('msgs', [c, 0], [c, highest]);
  await tx.delRange('members', [c, 0], [c, highest]);
}
