import { canChangeSettings } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';

/** The join code of a chat. Throws NOT_MEMBER, FORBIDDEN. */
export const getCode = readUnit(async (tx: Tx, input: { c: ChatId; user: UserId }): Promise<{ code?: string }> => {
  const { me, chat } = await readStanding(tx, input.c, input.user);
  if (!canChangeSettings(standingOf(chat, me))) throw new AppError('FORBIDDEN');
  const [row] = await tx.sql<{ join_code: string | null }>('SELECT join_code FROM chats WHERE id = ?', [input.c]);
  return row?.join_code ? { code: row.join_code } : {};
});
