import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { LocalChat } from '../changes.ts';
import type { ChatSettings } from '../commands.ts';
import { applyHead, mergeMembers } from '../merge.ts';
import type { ChatState } from './chatState.ts';
import { countChat } from './countChat.ts';
import { emptySync, settleState } from './spans.ts';
import { laySettings, takeMe } from './takeMe.ts';

/**
 * Applies a chat as the server sees it for me now: head, standing, and members and meta where they came. `settings` are own settings that are still on
 * their way; they stay laid over. A chat that is new here needs `meta`; without it the answer is undefined.
 */
export function applySnapshot(
  state: ChatState | undefined,
  snapshot: ChatSnapshot,
  settings: readonly ChatSettings[] = [],
): ChatState | undefined {
  const known = state ? (accepted(state, snapshot) ?? state) : newChat(snapshot, snapshot.meta);
  if (!known) return undefined;
  let next = takeMe(known, snapshot.me, snapshot.h.rev);
  next = applyHead(next, snapshot.h);
  const { chat } = next;
  const me = settings.reduce((laid, set) => laySettings(laid, set, chat.head.rev), chat.me);
  const meta = snapshot.meta && snapshot.meta.r >= chat.meta.r ? snapshot.meta : chat.meta;
  const members = mergeMembers(next.members, snapshot.mem ?? [], chat);
  return countChat({ ...next, members, chat: { ...chat, me, meta, kind: meta.kind } });
}

/**
 * The chat as a new one, if this answer tells that I have come in where I was only invited: an invited person has nothing of the chat, and his floor is above
 * everything, so that it must not hold back what a member may see.
 */
function accepted(state: ChatState, snapshot: ChatSnapshot): ChatState | undefined {
  const { me, meta } = state.chat;
  const isAccepted = me.st === memberState.invited && snapshot.me.st === memberState.joined && snapshot.me.mv > me.mv;
  const begun = isAccepted ? newChat(snapshot, snapshot.meta ?? meta) : undefined;
  return begun && { ...state, chat: begun.chat };
}

function newChat({ h, me }: ChatSnapshot, meta: ChatMeta | undefined): ChatState | undefined {
  if (!meta) return undefined;
  const chat: LocalChat = {
    c: h.c,
    kind: meta.kind,
    bump: h.b,
    head: h,
    me,
    meta,
    haveRev: h.rev,
    unread: 0,
    mentions: 0,
    sync: settleState(emptySync(h.rev), h.rev, me.fl),
  };
  return { chat, rows: new Map(), members: new Map(), outbox: [], rejected: [] };
}
