import type { Cid } from '#protocol/ids.ts';
import type { OutboxAction, OutboxEntry } from '../changes.ts';
import { readLane } from '../lanes.ts';
import type { WriteTx } from '../ports.ts';
import { dropUploads } from './uploadsOf.ts';

/** Edits and the unsend of a message that wait until it has a place. */
export const followersOf = async (tx: WriteTx, { lane }: OutboxEntry, cid: Cid): Promise<OutboxEntry[]> =>
  (await readLane(tx, lane)).filter(({ action }) => isFollower(action, cid));

const isFollower = (action: OutboxAction, cid: Cid): boolean =>
  (action.t === 'edit' || action.t === 'unsend') && action.target === cid;

/** Removes a message that the server does not have, with its files and what waits for it. */
export async function dropPending(tx: WriteTx, entry: OutboxEntry, followers: readonly OutboxEntry[]): Promise<void> {
  await dropUploads(tx, entry);
  await tx.del('outbox', [entry.id, ...followers.map(({ id }) => id)]);
}
