import type { Head, ThreadNews } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { isSame } from './isSame.ts';
import { loadChat } from './loadChat.ts';
import { applyHead } from './merge.ts';
import type { WriteTx } from './ports.ts';
import { purgeChat } from './purgeChat.ts';
import { toRoomHead } from './roomSnapshots.ts';
import { saveChat } from './saveChat.ts';
import { isRootHidden, threadMeta } from './threadMeta.ts';
import { readThreads } from './threadsOf.ts';
import { unopenedChat } from './unopenedChat.ts';

/** A thread's head as news tell it; like a room's it does not say which message is the newest. */
const toThreadHead = ({ c, rev, n, b }: ThreadNews): Head => toRoomHead([c, rev, n, b]);

/** Takes where threads of a chat stand; one that is new here becomes a chat. Answers their ids. */
export async function takeThreads(tx: WriteTx, c: ChatId, news: readonly ThreadNews[]): Promise<ChatId[]> {
  const parent = await tx.get('chats', c);
  if (parent?.me.st !== memberState.joined) return [];
  const taken: ChatId[] = [];
  for (const item of news) {
    const root = { c: item.rc, s: item.rs, ...(item.f.length > 0 ? { f: item.f } : {}) };
    if (isRootHidden(parent, root)) continue;
    if (!(await tx.get('chats', item.c)))
      await tx.put('chats', [unopenedChat(parent, { c: item.c, at: item.b, meta: threadMeta(parent, root) })]);
    const before = await loadChat(tx, item.c);
    if (!before) continue;
    // Only replies tell news, and change who wrote last: an edit that was seen live may have a later rev than the news of the reply before it.
    const isLater = item.n >= before.chat.head.n;
    const meta = isLater && !isSame(before.chat.meta.root, root) ? { ...before.chat.meta, root } : before.chat.meta;
    const told = applyHead(before, toThreadHead(item));
    await saveChat(tx, before, meta === before.chat.meta ? told : { ...told, chat: { ...told.chat, meta } });
    taken.push(item.c);
  }
  return taken;
}

/**
 * Takes the threads of chats' snapshots: of each the open ones, whole. Of the others here only those stay that I follow or of which something is cached. Answers my
 * places in them as snapshots of each.
 */
export async function takeThreadLists(tx: WriteTx, snapshots: readonly ChatSnapshot[]): Promise<ChatSnapshot[]> {
  // A snapshot without threads takes none away: most chats never had one, and looking for them costs. Those that are over go with the next one that has.
  const lists = snapshots.filter(({ threads }) => threads !== undefined);
  if (lists.length === 0) return [];
  const here = Map.groupBy(await readThreads(tx), ({ meta }) => meta.parent);
  const placed: ChatSnapshot[] = [];
  for (const { h, threads = [], seats = [] } of lists) {
    const taken = new Set(await takeThreads(tx, h.c, threads));
    const seatOf = new Map(seats);
    for (const { c, me, sync } of here.get(h.c) ?? [])
      if (!taken.has(c) && me.fo !== 1 && sync.state === 'none') await purgeChat(tx, c);
    for (const news of threads) {
      const me = taken.has(news.c) ? seatOf.get(news.c) : undefined;
      if (me) placed.push({ h: toThreadHead(news), me });
    }
  }
  return placed;
}
