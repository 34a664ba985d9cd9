import { floorAtJoin } from '#domain/floorAtJoin.ts';
import { foldText } from '#domain/foldText.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { MemberId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { dayOf } from '#server/storage/rows/dayOf.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { Tx } from '#server/storage/unit.ts';
import { toNameKey } from '#server/storage/units/communities/toNameKey.ts';

/** Somebody who comes in. `hidden`: the chat stays out of his list until something is written. In a community: `nickname` his name, `mid` a member id that was made before. */
export interface Joiner {
  id: UserId;
  name: string;
  nickname?: string;
  mid?: MemberId;
  role?: number;
  hidden?: boolean;
}

const insert = `INSERT INTO members (chat_id, user_id, mid, state, role, nickname, name_key, rev, join_rev, join_n, floor_seq, read_seq, read_n,
    hidden_rev, joined_at, floor_day) VALUES (?, ?, ?, ${memberState.joined}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (chat_id, user_id) DO UPDATE SET state = ${memberState.joined}, role = excluded.role, nickname = excluded.nickname,
    name_key = excluded.name_key, rev = excluded.rev, join_rev = excluded.join_rev, join_n = excluded.join_n, floor_seq = excluded.floor_seq,
    leave_rev = NULL, read_seq = excluded.read_seq, read_n = excluded.read_n, own_after = 0, last_own_seq = excluded.join_rev,
    unread_from = NULL, hidden_rev = excluded.hidden_rev, mver = members.mver + 1, joined_at = excluded.joined_at, role_at = NULL, back_at = NULL,
    floor_day = excluded.floor_day, pver = members.pver + 1, invited_by = NULL`;

/**
 * Brings people into a chat at the head's rev, which the caller has raised for it. Who was in before starts anew: nothing from before is visible or unread,
 * and his newest own message counts as the join, so that older numbers on his devices lose; in a community he keeps his member id, which is random, and sees
 * what its history window shows. Who joins a community needs a nickname that is free (`checkName`). Changes the head in place.
 */
export async function joinMembers(tx: Tx, head: LockedHead, joiners: readonly Joiner[]): Promise<void> {
  const rev = head.rev;
  const { floor, day } = await findFloor(tx, head);
  const isCommunity = head.kind === chatKind.community;
  // In order of ids, because these rows stay locked until commit.
  for (const joiner of joiners.toSorted((one, other) => one.id - other.id)) {
    const name = joiner.nickname ?? joiner.name;
    await tx.sql(insert, [
      ...[head.chat_id, joiner.id, isCommunity ? (joiner.mid ?? tx.ids.id()) : joiner.id],
      ...[joiner.role ?? memberRole.member, isCommunity ? name : null],
      isCommunity ? toNameKey(name) : foldText(name),
      ...[rev, rev, head.n, floor, rev, head.n],
      ...[joiner.hidden ? rev : 0, tx.now, day],
    ]);
  }
  if (isCommunity) await leaveRooms(tx, head, joiners);
  head.members += joiners.length;
  head.mrev = rev;
  head.live_floor = Math.max(head.live_floor, floor);
  if (day !== null && day > (head.floor_day ?? '')) head.floor_day = day;
}

/** Who comes back has been in no room or thread of the community yet, as far as his numbers go, and follows none; their version goes on. */
async function leaveRooms(tx: Tx, head: LockedHead, joiners: readonly Joiner[]): Promise<void> {
  const ids = joiners.map(({ id }) => id);
  const rooms = 'chat_id IN (SELECT id FROM chats WHERE parent_id = ?)';
  await tx.sql(
    `UPDATE room_state SET read_seq = 0, read_n = 0, own_after = 0, last_own_seq = 0, follows = 0, mver = mver + 1
      WHERE ${rooms} AND user_id IN (${placeholders(ids.length)})`,
    [head.chat_id, ...ids],
  );
}

const dayMs = 86_400_000;

/** First seq a joiner may see, and in a community the UTC day it follows from: that of its history window's beginning. Nothing so old: the join itself. */
async function findFloor(tx: Tx, head: LockedHead): Promise<{ floor: number; day: string | null }> {
  if (head.kind !== chatKind.community) return { floor: floorAtJoin(head.kind, head.rev), day: null };
  const day = dayOf(tx.now - (head.history_days ?? limits.communityHistoryMax) * dayMs);
  if (head.history_days === 0) return { floor: head.rev, day };
  const [first] = await tx.sql<{ first_seq: number }>(
    'SELECT first_seq FROM chat_days WHERE chat_id = ? AND day >= ? ORDER BY day LIMIT 1',
    [head.chat_id, day],
  );
  return { floor: Math.min(first?.first_seq ?? head.rev, head.rev), day };
}
