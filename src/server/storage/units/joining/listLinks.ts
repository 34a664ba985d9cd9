import { canInvite } from '#domain/permissions.ts';
import type { InviteLink } from '#protocol/entities/inviteLink.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { listLiveLinks, toInviteLink } from './liveLinks.ts';

/** The working links of a chat. Throws NOT_MEMBER, FORBIDDEN. */
export const listLinks = readUnit(
  async (tx: Tx, input: { c: ChatId; user: UserId }): Promise<{ items: InviteLink[] }> => {
    const { me, chat } = await readStanding(tx, input.c, input.user);
    if (!canInvite(standingOf(chat, me))) throw new AppError('FORBIDDEN');
    return { items: (await listLiveLinks(tx, input.c)).map(toInviteLink) };
  },
);
