import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { accountRole } from '#server/storage/rows/accountRole.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { Tx } from '#server/storage/unit.ts';

/** A person who may be brought into a chat. */
export interface Invitee {
  id: UserId;
  name: string;
}

/** People by id, each once. Throws NOT_FOUND when one does not exist (any more). Accounts of mini-apps are nobody to bring anywhere, unless `apps` says so. */
export async function findPeople(tx: Tx, ids: readonly UserId[], apps?: 'withApps'): Promise<Invitee[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await tx.sql<{ id: number; name: string }>(
    `SELECT id, name FROM users WHERE deleted_at IS NULL AND id IN (${placeholders(wanted.length)}) AND role <> ?`,
    [...wanted, apps === undefined ? accountRole.app : -1],
  );
  if (rows.length < wanted.length) throw new AppError('NOT_FOUND');
  return rows.map((row) => ({ id: toUserId(row.id), name: row.name }));
}

/** Refuses people who blocked the inviter (BLOCKED) or are in as many chats as one can be (FULL). */
export async function checkInvitees(tx: Tx, inviter: UserId, people: readonly Invitee[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  const blockers = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM contacts WHERE peer_id = ? AND state = 3 AND user_id IN (${placeholders(ids.length)}) LIMIT 1`,
    [inviter, ...ids],
  );
  if (blockers.length > 0) throw new AppError('BLOCKED');
  await checkRoom(tx, ids);
}

/** Refuses with FULL when one of these people is in as many chats as one can be. */
export async function checkRoom(tx: Tx, ids: readonly UserId[]): Promise<void> {
  const full = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM members WHERE state = 1 AND user_id IN (${placeholders(ids.length)})
     GROUP BY user_id HAVING count(*) >= ${limits.chatsMax} LIMIT 1`,
    [...ids],
  );
  if (full.length > 0) throw new AppError('FULL');
}
