import type { MemberId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';

/**
 * The member id that an account has in a community for good, and the version of his profile when he comes in next: the id of his membership, else of his last
 * request, else a new random one. Call it under the head's lock.
 */
export async function toOwnMid(tx: Tx, c: number, user: UserId): Promise<{ mid: MemberId; pver: number }> {
  const [row] = await tx.sql<{ mid: number; pver: number }>(
    `SELECT mid, pver FROM members WHERE chat_id = ? AND user_id = ?
     UNION ALL SELECT mid, 0 FROM join_requests WHERE chat_id = ? AND user_id = ?
     ORDER BY pver DESC LIMIT 1`,
    [c, user, c, user],
  );
  // The membership comes first where there is one; a request that was made before it has the same id.
  return { mid: toMemberId(row?.mid ?? tx.ids.id()), pver: (row?.pver ?? 0) + 1 };
}
