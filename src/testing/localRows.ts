import { toChatId } from '#protocol/casts.ts';
import type { LocalChat, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import type { ChatState } from '#sync/merge/chatState.ts';
import { emptySync } from '#sync/merge/spans.ts';
import { buildHead, buildMe, buildMeta, buildRow } from '#testing/builders/chatBuilders.ts';

/** Chat 7 as cached: nothing but its head at rev 0. */
export function localChat(more: Partial<LocalChat> = {}): LocalChat {
  const head = more.head ?? buildHead(0);
  const base = { c: toChatId(7), kind: 2, bump: head.b, me: buildMe(), meta: buildMeta(), unread: 0, mentions: 0 };
  return { ...base, head, haveRev: head.rev, sync: emptySync(head.rev), ...more };
}

/** A cached message of chat 7. */
export const localRow = (s: number, more: Partial<LocalMessage> = {}): LocalMessage => ({
  ...buildRow(s, more),
  ...more,
  c: toChatId(7),
});

/** What the merge functions see of chat 7. */
export function chatState(more: Partial<Omit<ChatState, 'rows'>> & { rows?: readonly LocalMessage[] } = {}): ChatState {
  const { rows, ...rest } = more;
  return {
    chat: localChat(),
    members: new Map(),
    outbox: [],
    rejected: [],
    ...rest,
    rows: new Map((rows ?? []).map((row) => [row.s, row])),
  };
}

/** A waiting text of chat 7 whose cid is `cid-<id>`. */
export function sendEntry(id: number, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const cid = `cid-${id}`;
  const action = { t: 'send', c: toChatId(7), cid, b: { x: `text ${id}` } } as OutboxEntry['action'];
  return { id, i: cid, lane: 'c:7', action, state: 'queued', tried: 0, tries: 0, nextAt: 0, at: 0, ...more };
}
