import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from './changes.ts';
import { emptySync } from './merge/spans.ts';
import { unopenedSeat } from './unopenedSeat.ts';

/** rev of the line with which every room and every thread begins */
const firstRev = 1;

/**
 * A room or thread of a chat in which I have not been yet: nothing of it is cached or counted. That it begins with a line is known before any news of it: a screen that opens it now has something to ask
 * for. `at`: its time in lists, ms.
 */
export function unopenedChat(parent: LocalChat, { c, at, meta }: { c: ChatId; at: number; meta: ChatMeta }): LocalChat {
  return {
    c,
    kind: parent.kind,
    bump: at,
    head: { c, rev: firstRev, n: 0, b: at, cnt: 0, mr: 0, ls: firstRev },
    me: unopenedSeat(parent.me, 0),
    meta,
    haveRev: firstRev,
    unread: 0,
    mentions: 0,
    sync: emptySync(firstRev),
  };
}
