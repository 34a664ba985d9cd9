import { canApprove } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readStates } from '#server/storage/rows/readStates.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { ChatRow, HeadRow, MemberRow } from '#server/storage/rows/rowTypes.ts';
import { toMe } from '#server/storage/rows/toMe.ts';
import { toMem } from '#server/storage/rows/toMem.ts';
import { toMeta } from '#server/storage/rows/toMeta.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readRoomNews, readSeats } from './readRooms.ts';
import { readThreads } from './readThreads.ts';
import { readPeer } from './readPeer.ts';
import { readPersonalHead } from './readPersonalHead.ts';
import type { Standing } from './readStanding.ts';

/** The standings of a person in all chats he is in or invited to. */
export async function readStandings(tx: Tx, user: UserId): Promise<Standing[]> {
  return join(
    await tx.sql<MemberRow>('SELECT * FROM members WHERE user_id = ? AND state IN (1, 2)', [user]),
    await tx.sql<HeadRow>(
      'SELECT h.* FROM members me JOIN chat_heads h ON h.chat_id = me.chat_id WHERE me.user_id = ? AND me.state IN (1, 2)',
      [user],
    ),
    await tx.sql<ChatRow>(
      'SELECT k.* FROM members me JOIN chats k ON k.id = me.chat_id WHERE me.user_id = ? AND me.state IN (1, 2)',
      [user],
    ),
  );
}

/** The standings of a person in some chats; those he is neither in nor invited to are left out. */
export async function readStandingsOf(tx: Tx, user: UserId, chats: readonly ChatId[]): Promise<Standing[]> {
  if (chats.length === 0) return [];
  const list = placeholders(chats.length);
  return join(
    await tx.sql<MemberRow>(`SELECT * FROM members WHERE user_id = ? AND state IN (1, 2) AND chat_id IN (${list})`, [
      user,
      ...chats,
    ]),
    await tx.sql<HeadRow>(`SELECT * FROM chat_heads WHERE chat_id IN (${list})`, [...chats]),
    await tx.sql<ChatRow>(`SELECT * FROM chats WHERE id IN (${list})`, [...chats]),
  );
}

function join(members: MemberRow[], heads: HeadRow[], chats: ChatRow[]): Standing[] {
  const headOf = new Map(heads.map((head) => [head.chat_id, head]));
  const chatOf = new Map(chats.map((chat) => [chat.id, chat]));
  return members.flatMap((me) => {
    const head = headOf.get(me.chat_id);
    const chat = chatOf.get(me.chat_id);
    return head && chat && chat.deleted_at === null ? [{ me, head, chat }] : [];
  });
}

/** What a snapshot contains beside head and own standing. */
export interface SnapshotParts {
  meta: boolean;
  mem: boolean;
}

/** Chats as their member sees them. `parts` decides per chat what travels with it. */
export async function toSnapshots(
  tx: Tx,
  standings: readonly Standing[],
  parts: (standing: Standing) => SnapshotParts,
): Promise<ChatSnapshot[]> {
  const states = await readStates(
    tx,
    standings.map(({ me }) => ({ c: toChatId(me.chat_id), userId: toUserId(me.user_id) })),
  );
  const mentions = new Map(states.map(({ state }) => [state[0] as number, state[5]]));
  const waiting = await countWaiting(tx, standings);
  const rooms = await readRooms(tx, standings);
  const snapshots: ChatSnapshot[] = [];
  for (const standing of standings) {
    const { me, head, chat } = standing;
    const wanted = parts(standing);
    const isSmall = chat.kind !== chatKind.community;
    // One connection: the statements of a transaction follow each other.
    const peer = chat.kind === chatKind.dm ? await readPeer(tx, me) : undefined;
    const h = await readPersonalHead(tx, standing);
    // Who is only invited learns how many are in, not who.
    const mem = wanted.mem && isSmall && me.state === memberState.joined ? await readMembers(tx, chat.id) : undefined;
    snapshots.push({
      h,
      me: toMe(me, head, {
        mentions: mentions.get(me.chat_id) ?? 0,
        waiting: waiting.get(me.chat_id),
        ...(peer ? { peer } : {}),
      }),
      ...(wanted.meta ? { meta: toMeta(chat) } : {}),
      ...(mem ? { mem } : {}),
      ...rooms(me),
    });
  }
  return snapshots;
}

/** What is told of a community's rooms and of a chat's threads with it. Who is only invited hears nothing of them. */
async function readRooms(
  tx: Tx,
  standings: readonly Standing[],
): Promise<(me: MemberRow) => Pick<ChatSnapshot, 'rooms' | 'seats' | 'threads'>> {
  const joined = standings.filter(({ me }) => me.state === memberState.joined);
  const roomy = joined.filter(({ chat }) => chat.rooms !== '[]');
  const communities = roomy.map(({ chat }) => toChatId(chat.id));
  const news = await readRoomNews(tx, communities);
  const [user] = joined.map(({ me }) => toUserId(me.user_id));
  if (user === undefined) return () => ({});
  const seats = await readSeats(tx, user, communities);
  const threads = await readThreads(
    tx,
    user,
    joined.map(({ chat }) => toChatId(chat.id)),
  );
  return ({ chat_id: c }) => {
    const places = [...(seats.get(c) ?? []), ...(threads.get(c)?.seats ?? [])];
    return {
      ...(news.has(c) ? { rooms: news.get(c) } : {}),
      ...(threads.has(c) ? { threads: threads.get(c)?.news } : {}),
      ...(places.length > 0 ? { seats: places } : {}),
    };
  };
}

/** How many people wait in those of these chats where this person may let them in. */
async function countWaiting(tx: Tx, standings: readonly Standing[]): Promise<ReadonlyMap<number, number>> {
  const chats = standings.filter(({ chat, me }) => canApprove(standingOf(chat, me))).map(({ chat }) => chat.id);
  if (chats.length === 0) return new Map();
  const rows = await tx.sql<{ chat_id: number; total: number }>(
    `SELECT chat_id, count(*) AS total FROM join_requests WHERE state = ${requestState.waiting} AND chat_id IN (${placeholders(chats.length)})
     GROUP BY chat_id`,
    chats,
  );
  return new Map(rows.map(({ chat_id: c, total }) => [c, total]));
}

async function readMembers(tx: Tx, c: number) {
  const rows = await tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? ORDER BY mid', [c]);
  return rows.map(toMem);
}
