import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { reactionTo } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import { highest } from './lanes.ts';
import type { ChatState } from './merge/chatState.ts';

/** Time in which wishes are collected into one request per community, ms. */
const collectMs = 50;
/** How long a member whom the server did not name is not asked for again, ms. */
const forgetMs = 10 * 60_000;
/** Newest rows whose writers a screen that opens needs to name. */
const shownRows = 300;
/** After this time a request that was lost is repeated, ms. */
const repeatMs = 5_000;

/** Fetches who wrote in communities: there people are members, not accounts, and no list of them all comes with the chat. */
export interface MemberCards {
  /** Rows of these chats were stored. */
  see(states: readonly ChatState[]): void;
  /** These chats are on screen from now on: who wrote in them is looked up in the cache, which may have been emptied, or filled by an engine that ended before it knew the names. */
  look(chats: readonly ChatId[]): void;
}

/** One community's members as far as they are known here. */
interface Place {
  /** profile version by member */
  readonly known: Map<MemberId, number>;
  readonly wanted: Map<MemberId, number>;
  readonly askedAt: Map<MemberId, number>;
}

/** Makes the fetcher. */
export function createMemberCards(ctx: EngineContext, link: Link): MemberCards {
  const places = new Map<ChatId, Place>();
  let isPlanned = false;
  // Cards leave the cache only with their chat. Whoever is still reading for its place fills one that nobody looks at any more.
  ctx.onWritten(({ tables: { members }, wiped = [] }) => {
    if (wiped.includes('members')) places.clear();
    for (const [c] of members?.del ?? []) places.delete(c);
  });
  const placeOf = (c: ChatId): Place => {
    const place = places.get(c) ?? { known: new Map(), wanted: new Map(), askedAt: new Map() };
    places.set(c, place);
    return place;
  };
  const fetchAll = async (): Promise<void> => {
    for (const [c, place] of places) {
      const isDone = place.wanted.size === 0 || (await fetchPlace(ctx, link, c, place));
      // Without a line the next look at the chat asks.
      if (!isDone && link.isLive()) ctx.after(repeatMs, plan);
    }
  };
  const plan = (): void => {
    if (isPlanned || [...places.values()].every(({ wanted }) => wanted.size === 0)) return;
    isPlanned = true;
    ctx.after(collectMs, () => {
      isPlanned = false;
      ctx.spawn('member cards', fetchAll);
    });
  };
  return {
    see(states) {
      for (const { chat, rows } of states) {
        if (chat.kind !== chatKind.community) continue;
        const place = placeOf(chat.c);
        for (const { u, pv } of rows.values()) {
          const version = place.known.get(u);
          if (pv <= (version ?? 0)) continue;
          if (version !== undefined) place.askedAt.delete(u);
          want(place, u, pv);
        }
      }
      plan();
    },
    look: (chats) =>
      ctx.spawn('member cards', async () => {
        for (const c of chats) await readPlace(ctx, c, placeOf(c));
        plan();
      }),
  };
}

/** Asks for the wanted members that the cache does not hold. Answers false if some are still wanted, because a request was lost. */
async function fetchPlace(ctx: EngineContext, link: Link, c: ChatId, place: Place): Promise<boolean> {
  const { clock } = ctx.ports;
  const wishes = new Map(place.wanted);
  place.wanted.clear();
  const ids = [...wishes.keys()];
  const keys = ids.map((id): [ChatId, MemberId] => [c, id]);
  const stored = await ctx.read(['members'], (tx) => tx.getMany('members', keys));
  for (const member of stored) if (member) note(place, member);
  const missing = ids.filter((id) => {
    const isRecent = clock.elapsed() - (place.askedAt.get(id) ?? -Infinity) < forgetMs;
    return (wishes.get(id) ?? 0) > (place.known.get(id) ?? 0) && !isRecent;
  });
  for (let start = 0; start < missing.length; start += limits.idsMax) {
    const page = missing.slice(start, start + limits.idsMax);
    const ack = await link.read('members.list', { c, ids: page });
    if (!ack.ok) {
      const isLost = reactionTo(ack.code) === 'retry';
      if (isLost) for (const id of missing.slice(start)) want(place, id, wishes.get(id) ?? 0);
      return !isLost;
    }
    if (!(await store(ctx, c, ack.data.items))) continue;
    for (const id of page) place.askedAt.set(id, clock.elapsed());
    for (const member of ack.data.items) note(place, member);
  }
  return true;
}

/** What is known is what the cache holds now; writers whom it does not, or in an older version, are wanted. */
async function readPlace(ctx: EngineContext, c: ChatId, place: Place): Promise<void> {
  const found = await ctx.read(['chats', 'msgs', 'members'], async (tx) => {
    if ((await tx.get('chats', c))?.kind !== chatKind.community) return undefined;
    const all = { index: ':primary', from: [c, 0], to: [c, highest] } as const;
    const rows = await tx.range('msgs', { ...all, reverse: true, limit: shownRows });
    const ids = [...new Set(rows.map(({ u }) => u))];
    return {
      rows,
      cards: await tx.getMany(
        'members',
        ids.map((id): [ChatId, MemberId] => [c, id]),
      ),
    };
  });
  if (!found) return;
  const before = [...place.known.keys()];
  place.known.clear();
  for (const card of found.cards) if (card) note(place, card);
  for (const id of before) if (!place.known.has(id)) place.askedAt.delete(id);
  for (const { u, pv } of found.rows) if (pv > (place.known.get(u) ?? 0)) want(place, u, pv);
}

const want = ({ wanted }: Place, id: MemberId, version: number): void =>
  void wanted.set(id, Math.max(version, wanted.get(id) ?? 0));

const note = ({ known }: Place, { u, pv }: Mem): void => void known.set(u, Math.max(pv, known.get(u) ?? 0));

/** Stores members unless a newer state of them is cached; a chat that has gone meanwhile takes none, and the answer is false. */
function store(ctx: EngineContext, c: ChatId, members: readonly Mem[]): Promise<boolean> {
  return ctx.commit(async (tx) => {
    if (!(await tx.get('chats', c))) return false;
    const stored = await tx.getMany(
      'members',
      members.map((member): [ChatId, MemberId] => [c, member.u]),
    );
    const newer = members.filter((member, index) => member.r > (stored[index]?.r ?? -1));
    if (newer.length > 0)
      await tx.put(
        'members',
        newer.map((member) => ({ ...member, c })),
      );
    return true;
  });
}
