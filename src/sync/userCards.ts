import { chatKind } from '#protocol/entities/chatKind.ts';
import { reactionTo } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import type { ChatState } from './merge/chatState.ts';
import { putCards } from './userRows.ts';

/** Time in which wishes are collected into one request, ms. */
const collectMs = 50;
/** How long a person whom the server did not name is not asked for again, ms. */
const forgetMs = 10 * 60_000;
/** After this time a request that was lost is repeated, ms. */
const repeatMs = 5_000;

/** Fetches cards of people who are seen but not cached, and newer versions of cached ones. */
export interface UserCards {
  /** A screen wants these people, cached or not. */
  want(ids: readonly UserId[]): void;
  /** Rows and members of these chats were stored. */
  see(states: readonly ChatState[]): void;
}

/** People as far as they are known here. */
interface Memory {
  /** profile version by person, of stored cards */
  readonly known: Map<UserId, number>;
  readonly askedAt: Map<UserId, number>;
  readonly wanted: Map<UserId, number>;
}

/** Makes the fetcher. Communities are left out: their members are not accounts. */
export function createUserCards(ctx: EngineContext, link: Link): UserCards {
  const memory: Memory = { known: new Map(), askedAt: new Map(), wanted: new Map() };
  const { known, askedAt, wanted } = memory;
  let isPlanned = false;
  ctx.onWritten(({ wiped = [] }) => {
    if (!wiped.includes('users')) return;
    known.clear();
    askedAt.clear();
  });
  const plan = (): void => {
    if (isPlanned || wanted.size === 0) return;
    isPlanned = true;
    ctx.after(collectMs, () => {
      isPlanned = false;
      ctx.spawn('user cards', async () => {
        const isDone = await fetchCards(ctx, link, memory);
        // Without a line the next sync asks.
        if (!isDone && link.isLive()) ctx.after(repeatMs, plan);
      });
    });
  };
  const note = (id: number, version: number): void => {
    const user = toUserId(id);
    if (version <= (known.get(user) ?? 0)) return;
    const isNewVersion = known.has(user);
    if (isNewVersion) askedAt.delete(user);
    wanted.set(user, Math.max(version, wanted.get(user) ?? 0));
  };
  return {
    want(ids) {
      for (const id of ids) {
        askedAt.delete(id);
        known.delete(id);
        wanted.set(id, Infinity);
      }
      plan();
    },
    see(states) {
      for (const { chat, rows, members } of states) {
        if (chat.kind === chatKind.community) continue;
        for (const member of members.values()) note(member.u, member.pv);
        for (const row of rows.values()) note(row.u, row.pv);
        for (const id of [chat.me.peer, chat.me.by]) if (id !== undefined) note(id, 1);
      }
      plan();
    },
  };
}

/** Asks for the wanted people whom the cache does not hold. Answers false if some are still wanted, because a request was lost. */
async function fetchCards(ctx: EngineContext, link: Link, { known, askedAt, wanted }: Memory): Promise<boolean> {
  const { clock } = ctx.ports;
  const wishes = new Map(wanted);
  wanted.clear();
  const ids = [...wishes.keys()];
  const stored = await ctx.read(['users'], (tx) => tx.getMany('users', ids));
  for (const card of stored) if (card) known.set(card.id, Math.max(card.pv, known.get(card.id) ?? 0));
  const missing = ids.filter((id) => {
    const isRecent = clock.elapsed() - (askedAt.get(id) ?? -Infinity) < forgetMs;
    return (wishes.get(id) ?? 0) > (known.get(id) ?? 0) && !isRecent;
  });
  for (let start = 0; start < missing.length; start += limits.idsMax) {
    const page = missing.slice(start, start + limits.idsMax);
    const ack = await link.read('users.get', { ids: page });
    if (!ack.ok) {
      const isLost = reactionTo(ack.code) === 'retry';
      if (isLost)
        for (const id of missing.slice(start)) wanted.set(id, Math.max(wishes.get(id) ?? 0, wanted.get(id) ?? 0));
      return !isLost;
    }
    await ctx.commit((tx) => putCards(tx, ack.data.items));
    for (const id of page) askedAt.set(id, clock.elapsed());
    for (const card of ack.data.items) known.set(card.id, card.pv);
  }
  return true;
}
