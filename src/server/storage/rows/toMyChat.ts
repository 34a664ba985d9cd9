import { notifyLevel } from '#protocol/entities/memberState.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { MemberRow } from './rowTypes.ts';

/** A chat a person is in, as the rooms of sockets need it. */
export interface MyChat {
  c: ChatId;
  kind: number;
  /** rev at which he came in, was brought back or got his role; nothing from before it may reach him */
  joinRev: number;
  /** his number there: who types is named by it */
  mid: MemberId;
  /** he has silenced it: a community tells him of news less often */
  isQuiet: boolean;
}

/** `now`: server clock, ms. */
export function toMyChat(
  me: Pick<MemberRow, 'chat_id' | 'mid' | 'join_rev' | 'rev' | 'notify' | 'mute_until'>,
  kind: number,
  now: number,
): MyChat {
  return {
    c: toChatId(me.chat_id),
    kind,
    joinRev: Math.max(me.join_rev, me.rev),
    mid: toMemberId(me.mid),
    isQuiet: me.notify === notifyLevel.none || (me.mute_until ?? 0) > now,
  };
}
