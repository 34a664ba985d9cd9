import type { Row } from '#protocol/entities/messages.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit } from '#server/storage/unit.ts';
import { checkMinRev, readStanding } from './readStanding.ts';
import { toVisibleRow, visibleMessages, type VisibleMessage } from './visibleMessages.ts';

/** Who asks about which chat. */
export interface Asker {
  c: ChatId;
  user: UserId;
}

/** Messages by position; those the asker may not see are left out. Throws NOT_MEMBER, STALE_NODE. */
export const getMessages = readUnit(
  async (tx, input: Asker & { seqs: number[]; minRev?: number | undefined }): Promise<{ rows: Row[]; rev: number }> => {
    const { head, chat } = await readStanding(tx, input.c, input.user);
    checkMinRev(head, input.minRev);
    const seqs = [...new Set(input.seqs)];
    const rows = await tx.sql<VisibleMessage>(
      `${visibleMessages(chat)} AND m.seq IN (${placeholders(seqs.length)}) ORDER BY m.seq`,
      [input.c, input.user, ...seqs],
    );
    return { rows: rows.map(toVisibleRow), rev: head.rev };
  },
);

const checkMax = 500;

/** What changed since `rev` in a span of seqs, oldest change first. `more`: ask again with the rev of the last row. Throws NOT_MEMBER, AHEAD, STALE_NODE. */
export const checkRange = readUnit(
  async (
    tx,
    input: Asker & { from: number; to: number; rev: number; minRev?: number | undefined },
  ): Promise<{ rows: Row[]; rev: number; more?: 1 }> => {
    const { head, chat } = await readStanding(tx, input.c, input.user);
    checkMinRev(head, input.minRev);
    if (input.rev > head.rev) throw new AppError('AHEAD');
    const rows = await tx.sql<VisibleMessage>(
      `${visibleMessages(chat)} AND m.rev > ? AND m.rev <= ? AND m.seq >= ? AND m.seq <= ? ORDER BY m.rev LIMIT ${checkMax + 1}`,
      [input.c, input.user, input.rev, head.rev, input.from, input.to],
    );
    const page = rows.slice(0, checkMax);
    const isCut = rows.length > checkMax;
    return {
      rows: page.map(toVisibleRow),
      rev: isCut ? (page.at(-1)?.rev ?? head.rev) : head.rev,
      ...(isCut ? { more: 1 } : {}),
    };
  },
);

/** Earlier texts of a message, oldest first. Throws NOT_MEMBER, NOT_FOUND, GONE. */
export const listVersions = readUnit(async (tx, input: Asker & { s: number }): Promise<{ x: string; at: number }[]> => {
  const { chat } = await readStanding(tx, input.c, input.user);
  const [message] = await tx.sql<VisibleMessage>(`${visibleMessages(chat)} AND m.seq = ?`, [
    input.c,
    input.user,
    input.s,
  ]);
  if (!message) throw new AppError('NOT_FOUND');
  if (message.deleted_at !== null) throw new AppError('GONE');
  const rows = await tx.sql<{ body: string; at: number }>(
    'SELECT body, at FROM message_versions WHERE chat_id = ? AND seq = ? ORDER BY rev',
    [input.c, input.s],
  );
  return rows.map(({ body, at }) => ({ x: (JSON.parse(body) as { x: string }).x, at }));
});
