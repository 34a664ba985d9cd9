import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { Tx } from '#server/storage/unit.ts';
import { checkName } from '#server/storage/units/communities/checkName.ts';
import { toNameKey } from '#server/storage/units/communities/toNameKey.ts';
import type { Arriving } from './admitPerson.ts';
import type { RequestRow } from './loadRequest.ts';
import { askAgainAt } from './peekLink.ts';
import { toOwnMid } from './toOwnMid.ts';

/** Who asks, by which link if by one, and what he asked here before. */
export interface Asking extends Arriving {
  code: string | undefined;
  note: string | undefined;
  request: RequestRow | undefined;
}

/**
 * Stores a request to be let in, in the place of this person's last one. In a community its name is kept for it while it waits (`checkName`): who decides sees
 * the very name that comes in, and who was accepted is never asked for another one. Throws RATE (refused lately), FULL (as many wait as can), GONE (nobody is
 * there to let him in), NAME_TAKEN, BAD (a community and no name that tells him apart), FORBIDDEN (kinds of chats one does not come into like this).
 */
export async function askToJoin(tx: Tx, head: LockedHead, asking: Asking): Promise<void> {
  const { user, code, note, request } = asking;
  const { mid, name } = await toAsker(tx, head, asking);
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
    `INSERT INTO join_requests (chat_id, user_id, mid, name, note, state, at, code) VALUES (?, ?, ?, ?, ?, ${requestState.waiting}, ?, ?)
     ON CONFLICT (chat_id, user_id) DO UPDATE SET mid = excluded.mid, name = excluded.name, note = excluded.note, state = excluded.state,
       at = excluded.at, code = excluded.code, decided_by = NULL, decided_at = NULL`,
    [head.chat_id, user, mid, name, text === '' ? null : text, tx.now, code ?? null],
  );
}

/** By which id and name those who decide know him. Only in groups both may be the account's. */
async function toAsker(tx: Tx, head: LockedHead, { user, nn }: Arriving): Promise<{ mid: number; name: string }> {
  if (head.kind === chatKind.group) return { mid: user, name: '' };
  if (head.kind !== chatKind.community || head.parent_id !== null) throw new AppError('FORBIDDEN');
  if (nn === undefined) throw new AppError('BAD', { message: 'a community is entered under a name' });
  await checkName(tx, head.chat_id, user, toNameKey(nn));
  return { mid: (await toOwnMid(tx, head.chat_id, user)).mid, name: nn };
}
