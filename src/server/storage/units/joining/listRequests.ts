import { canApprove } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { JoinRequest } from '#protocol/entities/joinRequest.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';

interface FoundRow {
  mid: number;
  asked_as: string;
  note: string | null;
  at: number;
  name: string;
  handle: string | null;
  avatar: string | null;
}

const waiting = `FROM join_requests r JOIN users u ON u.id = r.user_id
  WHERE r.chat_id = ? AND r.state = ${requestState.waiting} AND u.deleted_at IS NULL`;

/** Who waits to be let in, the longest waiting first. Throws NOT_MEMBER, FORBIDDEN. */
export const listRequests = readUnit(
  async (tx: Tx, input: { c: ChatId; user: UserId }): Promise<{ items: JoinRequest[]; total: number }> => {
    const { me, chat } = await readStanding(tx, input.c, input.user);
    if (!canApprove(standingOf(chat, me))) throw new AppError('FORBIDDEN');
    const rows = await tx.sql<FoundRow>(
      `SELECT r.mid, r.name AS asked_as, r.note, r.at, u.name, u.handle, u.avatar ${waiting}
       ORDER BY r.at, r.mid LIMIT ${limits.requestsPage}`,
      [input.c],
    );
    const [count] = await tx.sql<{ total: number }>(`SELECT count(*) AS total ${waiting}`, [input.c]);
    return { items: rows.map((row) => toRequest(row, chat.kind)), total: count?.total ?? 0 };
  },
);

/** In a community the account stays unknown: only what the asker chose to say is told. */
function toRequest(row: FoundRow, kind: number): JoinRequest {
  const isOpen = kind === chatKind.group;
  return {
    u: toMemberId(row.mid),
    name: isOpen ? row.name : row.asked_as,
    ...(isOpen && row.handle !== null ? { handle: row.handle } : {}),
    ...(isOpen && row.avatar !== null ? { av: row.avatar } : {}),
    ...(row.note === null ? {} : { note: row.note }),
    at: row.at,
  };
}
