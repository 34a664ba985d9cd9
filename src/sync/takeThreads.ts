import type { Head, ThreadNews } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from './changes.ts';
import { loadChat } from './loadChat.ts';
import { applyHead } from './merge.ts';
import { emptySync } from './merge/spans.ts';
import type { WriteTx } from './ports.ts';
import { purgeChat } from './purgeChat.ts';
import { saveChat } from './saveChat.ts';
import { isRootHidden, threadMeta, type ThreadRoot } from './threadMeta.ts';
import { threadsOf } from './threadsOf.ts';
import { unopenedSeat } from './unopenedSeat.ts';

/** A thread's head as news tell it; like a room's it does not say which message is the newest. */
export const toThreadHead = ({ c, rev, n, b }: ThreadNews): Head => ({ c, rev, n, b, cnt: 0, mr: 0, ls: rev });

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** rev of the line with which every thread begins */
const firstRev = 1;

/** Takes where threads of a chat stand; one that is new here becomes a chat. Answers their ids. */
export async function takeThreads(tx: WriteTx, c: ChatId, news: readonly ThreadNews[]): Promise<ChatId[]> {
  const parent = await tx.get('chats', c);
  if (parent?.me.st !== memberState.joined) return [];
  const taken: ChatId[] = [];
  for (const item of news) {
    const root = { c: item.rc, s: item.rs, ...(item.f.length > 0 ? { f: item.f } : {}) };
    if (isRootHidden(parent, root)) continue;
    if (!(await tx.get('chats', item.c))) await tx.put('chats', [newThread(parent, item, root)]);
    const before = await loadChat(tx, item.c);
    if (!before) continue;
    const isLater = item.rev >= before.chat.head.rev;
    const meta = isLater && !isSame(before.chat.meta.root, root) ? { ...before.chat.meta, root } : before.chat.meta;
    const told = applyHead(before, toThreadHead(item));
    await saveChat(tx, before, meta === before.chat.meta ? told : { ...told, chat: { ...told.chat, meta } });
    taken.push(item.c);
  }
  return taken;
}

/** A thread in which I have not been: nothing of it is cached or counted. */
function newThread(parent: LocalChat, news: ThreadNews, root: ThreadRoot): LocalChat {
  return {
    c: news.c,
    kind: parent.kind,
    bump: news.b,
    head: { ...toThreadHead(news), rev: firstRev, n: 0, ls: firstRev },
    me: unopenedSeat(parent.me, 0),
    meta: threadMeta(parent, root),
    haveRev: firstRev,
    unread: 0,
    mentions: 0,
    sync: emptySync(firstRev),
  };
}

/**
 * Takes the threads of a chat's snapshot: the open ones, whole. Of the others here only those stay that I follow or of which something is cached. Answers my
 * places in them as snapshots of each.
 */
export async function takeThreadList(tx: WriteTx, snapshot: ChatSnapshot): Promise<ChatSnapshot[]> {
  const { h, threads = [], seats = [] } = snapshot;
  const taken = new Set(await takeThreads(tx, h.c, threads));
  const seatOf = new Map(seats);
  for (const thread of await threadsOf(tx, h.c)) {
    const isIdle = thread.me.fo !== 1 && thread.sync.state === 'none';
    if (thread.meta.parent === h.c && !taken.has(thread.c) && isIdle) await purgeChat(tx, thread.c);
  }
  return threads.flatMap((news) => {
    const me = taken.has(news.c) ? seatOf.get(news.c) : undefined;
    return me ? [{ h: toThreadHead(news), me }] : [];
  });
}
