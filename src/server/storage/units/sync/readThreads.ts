import type { ThreadNews } from '#protocol/entities/chat.ts';
import type { Me } from '#protocol/entities/members.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readStates } from '#server/storage/rows/readStates.ts';
import type { HeadRow, MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMe } from '#server/storage/rows/toMe.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readOverlay, type Overlay } from './readOverlay.ts';

/** How many of the newest places of a thread are looked at for who writes in it, and how many people are shown. */
const lookedAt = 40;
const facesMax = 3;

const faceText = (count: number): string =>
  `SELECT m.chat_id, m.sender_mid FROM chat_heads h JOIN messages m ON m.chat_id = h.chat_id AND m.seq > h.last_seq - ${lookedAt}
    WHERE h.chat_id IN (${placeholders(count)}) AND m.n IS NOT NULL AND m.hidden_for IS NULL
    GROUP BY m.chat_id, m.sender_mid ORDER BY max(m.seq) DESC`;

/** Who wrote last in each of these threads, the newest first. A thread in which nobody did is not in it. */
export async function readFaces(tx: Tx, threads: readonly number[]): Promise<ReadonlyMap<number, MemberId[]>> {
  const faces = new Map<number, MemberId[]>();
  if (threads.length === 0) return faces;
  const rows = await tx.sql<{ chat_id: number; sender_mid: number }>(faceText(threads.length), [...threads]);
  for (const { chat_id: c, sender_mid: mid } of rows) {
    const known = faces.get(c) ?? [];
    if (known.length < facesMax) faces.set(c, [...known, toMemberId(mid)]);
  }
  return faces;
}

/** What tells where a thread stands. */
interface ThreadHead {
  chat_id: number;
  root_chat: number | null;
  root_seq: number | null;
  rev: number;
  n: number;
  bump_at: number;
}

/** Where a thread stands now; `head`: as it was written last. */
export async function readThreadNews(tx: Tx, head: ThreadHead): Promise<ThreadNews> {
  return toThreadNews(head, await readFaces(tx, [head.chat_id]));
}

const toThreadNews = (head: ThreadHead, faces: ReadonlyMap<number, MemberId[]>): ThreadNews => ({
  c: toChatId(head.chat_id),
  rc: toChatId(head.root_chat ?? 0),
  rs: head.root_seq ?? 0,
  rev: head.rev,
  n: head.n,
  b: head.bump_at,
  f: faces.get(head.chat_id) ?? [],
});

/** Where a thread stands for who has written last what is hidden from the other person: for him his own reply is the newest, and he must not notice that it is not for the other. */
export const withOwn = (news: ThreadNews, own: Overlay | undefined): ThreadNews =>
  own ? { ...news, b: Math.max(news.b, own.l.at) } : news;

/** A person's threads of one chat: where those stand in which people may still write, and his own place in those where he has one. */
export interface Threads {
  news: ThreadNews[];
  seats: [ChatId, Me][];
}

type SeatRow = MemberRow &
  ThreadHead &
  Pick<HeadRow, 'last_seq' | 'last_msg'> & { parent_id: number; follows: number | null };

/** Threads that a person may see, by the chat whose members may: only open ones, the newest first. */
export async function readThreads(tx: Tx, user: UserId, chats: readonly ChatId[]): Promise<Map<number, Threads>> {
  const found = new Map<number, Threads>();
  if (chats.length === 0) return found;
  const rows = await tx.sql<SeatRow>(
    `SELECT m.*, r.parent_id, r.root_chat, r.root_seq, h.rev, h.n, h.bump_at, h.last_seq, h.last_msg, s.follows FROM chats r
      JOIN room_seats m ON m.chat_id = r.id JOIN chat_heads h ON h.chat_id = r.id
      LEFT JOIN room_state s ON s.chat_id = r.id AND s.user_id = m.user_id
      WHERE r.parent_id IN (${placeholders(chats.length)}) AND r.root_chat IS NOT NULL AND r.ended_at IS NULL AND m.user_id = ? AND m.state = 1
        AND h.bump_at > ? ORDER BY h.bump_at DESC`,
    [...chats, user, tx.now - limits.threadIdleMs],
  );
  const seated = rows.filter(({ follows }) => follows !== null);
  const states = await readStates(
    tx,
    seated.map((row) => ({ c: toChatId(row.chat_id), userId: user })),
  );
  const faces = await readFaces(
    tx,
    rows.map((row) => row.chat_id),
  );
  const mentions = new Map(states.map(({ state }) => [state[0] as number, state[5]]));
  for (const row of rows) {
    const threads = found.get(row.parent_id) ?? { news: [], seats: [] };
    found.set(row.parent_id, threads);
    const own = (await readOverlay(tx, row)).find(({ person }) => person === user);
    threads.news.push(withOwn(toThreadNews(row, faces), own));
    if (row.follows === null) continue;
    const extras = { mentions: mentions.get(row.chat_id) ?? 0, isFollowing: row.follows === 1 };
    threads.seats.push([toChatId(row.chat_id), toMe(row, { min_seq: 0 }, extras)]);
  }
  return found;
}

/** A person's own place in a thread that he may see; undefined where he has none. */
export async function readThreadSeat(tx: Tx, user: UserId, c: ChatId): Promise<Me | undefined> {
  const [row] = await tx.sql<MemberRow & { follows: number }>(
    `SELECT m.*, s.follows FROM room_seats m JOIN room_state s ON s.chat_id = m.chat_id AND s.user_id = m.user_id
      WHERE m.chat_id = ? AND m.user_id = ? AND m.state = 1`,
    [c, user],
  );
  const [read] = await readStates(tx, [{ c, userId: user }]);
  return row && toMe(row, { min_seq: 0 }, { mentions: read?.state[5] ?? 0, isFollowing: row.follows === 1 });
}

/** Which of these chats have threads in which people may still write. */
export async function findThreaded(tx: Tx, user: UserId): Promise<ReadonlySet<number>> {
  const rows = await tx.sql<{ parent_id: number }>(
    `SELECT DISTINCT r.parent_id FROM members me JOIN chats r ON r.parent_id = me.chat_id JOIN chat_heads h ON h.chat_id = r.id
      WHERE me.user_id = ? AND me.state = 1 AND r.root_chat IS NOT NULL AND r.ended_at IS NULL AND h.bump_at > ?`,
    [user, tx.now - limits.threadIdleMs],
  );
  return new Set(rows.map((row) => row.parent_id));
}
