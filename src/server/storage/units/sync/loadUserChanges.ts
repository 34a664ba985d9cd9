import { memberState } from '#protocol/entities/memberState.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMyChat, type MyChat } from '#server/storage/rows/toMyChat.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readKeeps } from '#server/storage/units/keeps/keptRows.ts';
import { readStandingsOf, toSnapshots } from './readSnapshots.ts';
import { readUserRows } from './readUserRows.ts';

/** Rows of a person newer than a user rev. */
export interface UserChanges {
  /** the person's newest user rev */
  u: number;
  set: ServerSignalData<'ue'>['set'];
  /** those of the chats in `set.chats` that the person is in */
  rooms: MyChat[];
}

/**
 * A snapshot carries the member list only this long after the join, ms. Later changes of one's own settings, of which there are many, do without;
 * who was away longer is told by `sync.open`.
 */
const freshJoinMs = 300_000;

/** What changed for a person after user rev `since`: contacts, settings, chats whose standing or own settings changed, chats that are gone. */
export const loadUserChanges = readUnit(async (tx, input: { user: UserId; since: number }): Promise<UserChanges> => {
  const { u, user } = await readUserRows(tx, input.user, input.since);
  const members = await tx.sql<MemberRow>('SELECT * FROM members WHERE user_id = ? AND urev > ? ORDER BY urev', [
    input.user,
    input.since,
  ]);
  const here = members.filter(({ state }) => state <= memberState.invited).map(({ chat_id: c }) => toChatId(c));
  const standings = await readStandingsOf(tx, input.user, here);
  const chats = await toSnapshots(tx, standings, ({ me }) => ({
    meta: true,
    // Who was brought back has forgotten the chat when he was removed.
    mem: tx.now - Math.max(me.joined_at, me.back_at ?? 0) < freshJoinMs,
  }));
  const gone = members.filter(({ state }) => state > memberState.invited).map(({ chat_id: c }) => toChatId(c));
  const { full: _all, ...rows } = user;
  const keeps = await readKeeps(tx, input.user, { since: input.since, isFull: false });
  return {
    u,
    set: {
      ...rows,
      ...(keeps.length > 0 ? { keeps } : {}),
      ...(chats.length > 0 ? { chats } : {}),
      ...(gone.length > 0 ? { gone } : {}),
    },
    rooms: standings
      .filter(({ me }) => me.state === memberState.joined)
      .map(({ chat, me }) => toMyChat(me, chat.kind, tx.now)),
  };
});
