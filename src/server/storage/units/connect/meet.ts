import { contactState } from '#protocol/entities/contactState.ts';
import type { UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import type { Tx } from '#server/storage/unit.ts';

/** States of a question (`connect_requests.state`). */
export const connectState = { waiting: 0, accepted: 1, declined: 2 } as const;

/** Both have agreed: each becomes a friend of the other, and what either asked, in whatever community, is answered. The heads of both are locked in order of ids. */
export async function meet(tx: Tx, one: UserId, other: UserId): Promise<void> {
  const pairs: [UserId, UserId][] =
    one < other
      ? [
          [one, other],
          [other, one],
        ]
      : [
          [other, one],
          [one, other],
        ];
  for (const [user, peer] of pairs) {
    const urev = await bumpUrev(tx, user);
    await tx.sql(
      `INSERT INTO contacts (user_id, peer_id, state, alias, urev, at) VALUES (?, ?, ${contactState.friend}, NULL, ?, ?)
       ON CONFLICT (user_id, peer_id) DO UPDATE SET state = excluded.state, urev = excluded.urev, at = excluded.at`,
      [user, peer, urev, tx.now],
    );
    await tx.sql(
      `UPDATE connect_requests SET state = ${connectState.accepted} WHERE from_user = ? AND to_user = ? AND state = ${connectState.waiting}`,
      [user, peer],
    );
  }
}

/** Whether the first person has blocked the second. */
export async function hasBlocked(tx: Tx, user: UserId, peer: UserId): Promise<boolean> {
  const rows = await tx.sql<{ state: number }>(
    `SELECT state FROM contacts WHERE user_id = ? AND peer_id = ? AND state = ${contactState.blocked}`,
    [user, peer],
  );
  return rows.length > 0;
}
