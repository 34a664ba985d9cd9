import { chatKind } from '#protocol/entities/chat.ts';
import type { Mem } from '#protocol/entities/member.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import type { ChatState } from './merge/chatState.ts';

/** Time in which wishes are collected into one request per community, ms. */
const collectMs = 50;
/** How long a member whom the server did not name is not asked for again, ms. */
const forgetMs = 10 * 60_000;

/** Fetches who wrote in communities: there people are members, not accounts, and no list of them all comes with the chat. */
export interface MemberCards {
  /** Rows of these chats were stored. */
  see(states: readonly ChatState[]): void;
}

/** One community's members as far as they are known here. */
interface Place {
  /** profile version by member */
  known: Map<MemberId, number>;
  wanted: Map<MemberId, number>;
  askedAt: Map<MemberId, number>;
}

/** Makes the fetcher. */
export function createMemberCards(ctx: EngineContext, link: Link): MemberCards {
  const places = new Map<ChatId, Place>();
  const { clock } = ctx.ports;
  let isPlanned = false;

  const fetchPlace = async (c: ChatId, place: Place): Promise<void> => {
    const ids = [...place.wanted.keys()];
    const keys = ids.map((id): [ChatId, MemberId] => [c, id]);
    const stored = await ctx.read(['members'], (tx) => tx.getMany('members', keys));
    for (const member of stored) if (member) note(place, member);
    const missing = ids.filter((id) => {
      const isRecent = clock.elapsed() - (place.askedAt.get(id) ?? -Infinity) < forgetMs;
      return (place.wanted.get(id) ?? 0) > (place.known.get(id) ?? 0) && !isRecent;
    });
    place.wanted.clear();
    for (let start = 0; start < missing.length; start += limits.idsMax) {
      const page = missing.slice(start, start + limits.idsMax);
      const ack = await link.read('members.list', { c, ids: page });
      if (!ack.ok) return;
      for (const id of page) place.askedAt.set(id, clock.elapsed());
      for (const member of ack.data.items) note(place, member);
      await store(ctx, c, ack.data.items);
    }
  };
  const plan = (): void => {
    if (isPlanned || [...places.values()].every(({ wanted }) => wanted.size === 0)) return;
    isPlanned = true;
    ctx.after(collectMs, () => {
      isPlanned = false;
      ctx.spawn('member cards', async () => {
        for (const [c, place] of places) if (place.wanted.size > 0) await fetchPlace(c, place);
      });
    });
  };
  return {
    see(states) {
      for (const { chat, rows } of states) {
        if (chat.kind !== chatKind.community) continue;
        const place = places.get(chat.c) ?? { known: new Map(), wanted: new Map(), askedAt: new Map() };
        places.set(chat.c, place);
        for (const { u, pv } of rows.values()) {
          const version = place.known.get(u);
          if (pv <= (version ?? 0)) continue;
          if (version !== undefined) place.askedAt.delete(u);
          place.wanted.set(u, Math.max(pv, place.wanted.get(u) ?? 0));
        }
      }
      plan();
    },
  };
}

const note = ({ known }: Place, { u, pv }: Mem): void => void known.set(u, Math.max(pv, known.get(u) ?? 0));

/** Stores members unless a newer state of them is cached; a chat that has gone meanwhile takes none. */
async function store(ctx: EngineContext, c: ChatId, members: readonly Mem[]): Promise<void> {
  await ctx.commit(async (tx) => {
    if (!(await tx.get('chats', c))) return;
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
  });
}
