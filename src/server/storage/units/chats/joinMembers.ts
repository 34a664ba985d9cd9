import { floorAtJoin } from '#domain/floorAtJoin.ts';
import { foldText } from '#domain/foldText.ts';
import { memberRole, memberState } from '#protocol/entities/member.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import type { Tx } from '#server/storage/unit.ts';

/** Somebody who comes in. `hidden`: the chat stays out of his list until something is written. */
export interface Joiner {
  id: UserId;
  name: string;
  role?: number;
  hidden?: boolean;
}

const insert = `INSERT INTO members (chat_id, user_id, mid, state, role, name_key, rev, join_rev, join_n, floor_seq, read_seq, read_n,
    hidden_rev, joined_at) VALUES (?, ?, ?, ${memberState.joined}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (chat_id, user_id) DO UPDATE SET state = ${memberState.joined}, role = excluded.role, name_key = excluded.name_key,
    rev = excluded.rev, join_rev = excluded.join_rev, join_n = excluded.join_n, floor_seq = excluded.floor_seq, leave_rev = NULL,
    read_seq = excluded.read_seq, read_n = excluded.read_n, own_after = 0, last_own_seq = excluded.join_rev, unread_from = NULL,
    hidden_rev = excluded.hidden_rev, mver = members.mver + 1, joined_at = excluded.joined_at`;

/**
 * Brings people into a chat of which member ids are user ids, at the head's rev, which the caller has raised for it. Who was in before starts anew: nothing
 * from before is visible or unread, and his newest own message counts as the join, so that older numbers on his devices lose. Changes the head in place.
 */
export async function joinMembers(tx: Tx, head: LockedHead, joiners: readonly Joiner[]): Promise<void> {
  const rev = head.rev;
  const floor = floorAtJoin(head.kind, rev);
  // In order of ids, because these rows stay locked until commit.
  for (const joiner of joiners.toSorted((one, other) => one.id - other.id)) {
    const role = joiner.role ?? memberRole.member;
    const place = [rev, rev, head.n, floor, rev, head.n];
    await tx.sql(insert, [
      head.chat_id,
      joiner.id,
      joiner.id,
      role,
      foldText(joiner.name),
      ...place,
      joiner.hidden ? rev : 0,
      tx.now,
    ]);
  }
  head.members += joiners.length;
  head.mrev = rev;
  head.live_floor = Math.max(head.live_floor, floor);
}
