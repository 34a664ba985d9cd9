import { chatKind } from '#protocol/entities/chat.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { RequestRow } from './loadRequest.ts';
import { askAgainAt } from './peekLink.ts';

/** Who asks, by which link, and what he asked here before. */
export interface Asking {
  user: UserId;
  code: string;
  note: string | undefined;
  request: RequestRow | undefined;
}

/**
 * Stores a request to be let in, in the place of this person's last one. Throws RATE (refused lately), FULL (as many wait as can), GONE (nobody is there to let
 * him in), FORBIDDEN (kinds of chats one does not come into like this).
 */
export async function askToJoin(tx: Tx, head: LockedHead, { user, code, note, request }: Asking): Promise<void> {
  // Only in groups the id of a member may be the account's.
  if (head.kind !== chatKind.group) throw new AppError('FORBIDDEN');
  if (head.members === 0) throw new AppError('GONE');
  const again = askAgainAt(request, tx.now);
  if (again !== undefined) throw new AppError('RATE', { retry: again - tx.now });
  const [waiting] = await tx.sql<{ total: number }>(
    `SELECT count(*) AS total FROM join_requests WHERE chat_id = ? AND state = ${requestState.waiting}`,
    [head.chat_id],
  );
  if ((waiting?.total ?? 0) >= limits.requestsMax) throw new AppError('FULL');
  const text = note?.trim() ?? '';
  await tx.sql(
    `INSERT INTO join_requests (chat_id, user_id, mid, note, state, at, code) VALUES (?, ?, ?, ?, ${requestState.waiting}, ?, ?)
     ON CONFLICT (chat_id, user_id) DO UPDATE SET note = excluded.note, state = excluded.state, at = excluded.at, code = excluded.code,
       decided_by = NULL, decided_at = NULL`,
    [head.chat_id, user, user, text === '' ? null : text, tx.now, code],
  );
}
