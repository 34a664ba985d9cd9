import type { ChatId } from '#protocol/ids.ts';
import type { WindowRows } from '#client/stores/applyChatWindow.ts';
import type { SeqSpan } from '#client/stores/chatWindowStore.ts';
import type { LocalChat } from '#sync/changes.ts';
import type { LocalStore, ReadTx } from '#sync/ports.ts';
import { memberPlace } from '#client/stores/memberPlace.ts';
import { readNumber } from '../readRoot.ts';
import { readPages, type Page } from './readPages.ts';
import { firstUnread, unreadAnchor } from './unreadAnchor.ts';

/** What a window is to show: around a message, from the first unread one, the newest, or the same span once more. */
export type WindowTarget = { seq: number } | 'unread' | 'end' | { again: SeqSpan };

/** The rows of a window and where it lies. */
export interface ReadWindow extends WindowRows {
  span: SeqSpan;
  /** first unread message of others, when the target was 'unread' */
  unreadFrom: number | undefined;
  /** seq that the target names and the cache does not hold; the newest page is answered instead */
  missing: number | undefined;
}

/** Tables a window is made of. */
export const windowTables = ['meta', 'chats', 'msgs', 'outbox', 'members'] as const;

const highest = Number.MAX_SAFE_INTEGER;

/** Reads everything of one chat's window in one transaction. */
export function readWindow(
  store: LocalStore,
  c: ChatId,
  target: WindowTarget,
): Promise<{ num: number; rows: ReadWindow }> {
  return store.read([...windowTables], async (tx) => {
    const [num, chat, outbox] = await Promise.all([
      readNumber(tx),
      tx.get('chats', c),
      tx.range('outbox', { index: '[lane+id]', from: [`c:${c}`, 0], to: [`c:${c}`, highest] }),
    ]);
    const people = memberPlace(c, chat);
    const members = await tx.range('members', { index: ':primary', from: [people, 0], to: [people, highest] });
    const found = chat ? await readTarget(tx, chat, target) : nothing;
    return { num, rows: { chat, outbox, members, ...found } };
  });
}

type Found = Page & Pick<ReadWindow, 'unreadFrom' | 'missing'>;
const nothing: Found = {
  messages: [],
  span: { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  unreadFrom: undefined,
  missing: undefined,
};

async function readTarget(tx: ReadTx, chat: LocalChat, target: WindowTarget): Promise<Found> {
  if (typeof target === 'object' && 'again' in target)
    return { ...nothing, ...(await readPages.again(tx, chat, target.again)) };
  const seq = target === 'unread' ? unreadAnchor(chat) : target === 'end' ? undefined : target.seq;
  const around = seq === undefined ? undefined : await readPages.around(tx, chat, seq);
  if (!around) return { ...nothing, ...(await readPages.end(tx, chat)), missing: seq };
  const unreadFrom = target === 'unread' && seq !== undefined ? firstUnread(chat, around.messages, seq) : undefined;
  return { ...around, unreadFrom, missing: undefined };
}
