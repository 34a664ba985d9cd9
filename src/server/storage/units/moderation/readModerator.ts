import type { Standing as Rights } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readStanding, type Standing } from '#server/storage/units/sync/readStanding.ts';

/** The standing of somebody who may read what moderators see. Throws NOT_MEMBER, FORBIDDEN. */
export async function readModerator(
  tx: Tx,
  c: ChatId,
  user: UserId,
  may: (rights: Rights) => boolean,
): Promise<Standing> {
  const standing = await readStanding(tx, c, user);
  const { chat, me, settings = chat.settings } = standing;
  if (!may(standingOf({ kind: chat.kind, settings }, me))) throw new AppError('FORBIDDEN');
  return standing;
}
