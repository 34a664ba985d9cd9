import { backoff } from '#base/backoff.ts';
import { chatKind } from '#protocol/entities/chat.ts';
import { limits } from '#protocol/limits.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { LocalChat } from './changes.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import { wipeChat } from './wipeCaches.ts';

/** Requests at once, and rows that one connection may spend on chats that nobody looks at. */
const parallel = 2;
const backgroundRows = 3_000;
/** A hole usually closes by itself with the next delta; ask only after a random part of this, ms. */
const jitterMs = 300;

/** Brings chats whose watermark is behind up to the head, the ones on screen first. */
export interface CatchUp {
  /** Looks at these chats after a random time below `inMs`; those that turn out to be up to date cost nothing. */
  want(chats: readonly ChatId[], inMs?: number): void;
  /** Looks at all chats; call it once per connection. */
  wantAll(): void;
  /** A chat was opened and the server says it stands at `rev`. */
  wantOpen(c: ChatId, rev: number): void;
}

/** What the catch-up asks of its surroundings. */
export interface CatchUpHooks {
  open(): readonly ChatId[];
  resync(inMs: number): void;
}

interface Wish {
  minRev: number;
  failures: number;
}

/** Makes the catch-up of one engine. */
export function createCatchUp(ctx: EngineContext, link: Link, door: Door, hooks: CatchUpHooks): CatchUp {
  const wishes = new Map<ChatId, Wish>();
  const running = new Set<ChatId>();
  const failures = new Map<ChatId, number>();
  let requests = 0;
  let budget = backgroundRows;

  const add = (chats: readonly ChatId[], minRev = 0): void => {
    for (const c of chats) {
      const wish = wishes.get(c);
      wishes.set(c, { minRev: Math.max(minRev, wish?.minRev ?? 0), failures: failures.get(c) ?? 0 });
    }
    ctx.spawn('catch-up', pump);
  };
  const again = (c: ChatId): void => {
    const count = (failures.get(c) ?? 0) + 1;
    failures.set(c, count);
    const { random } = ctx.ports;
    ctx.after(backoff(count - 1, { baseMs: 1_000, capMs: 60_000, random: () => random.float() }), () => add([c]));
  };
  async function pump(): Promise<void> {
    while (requests < parallel && wishes.size > 0 && link.isLive() && !ctx.isStopped()) {
      requests += 1;
      try {
        const work = await choose(ctx, { wishes, running, open: hooks.open(), hasBudget: budget > 0 });
        if (work.length === 0) return;
        for (const { chat } of work) running.add(chat.c);
        try {
          budget -= await fetchDeltas(ctx, { link, door, hooks, again, failures }, work);
        } finally {
          for (const { chat } of work) running.delete(chat.c);
        }
      } finally {
        requests -= 1;
      }
    }
  }
  return {
    want: (chats, inMs = jitterMs) => void (chats.length > 0 && ctx.after(ctx.rand(inMs), () => add(chats))),
    wantAll() {
      budget = backgroundRows;
      failures.clear();
      ctx.spawn('catch-up', async () => {
        const chats = await ctx.read(['chats'], (tx) => tx.range('chats', { index: ':primary' }));
        add(chats.filter((chat) => chat.sync.state === 'behind' && isKept(chat)).map((chat) => chat.c));
      });
    },
    wantOpen: (c, rev) => add([c], rev),
  };
}

/** Communities and official accounts are brought up to date only while they are on screen. */
const isKept = (chat: LocalChat): boolean => chat.kind === chatKind.dm || chat.kind === chatKind.group;

interface Chosen {
  chat: LocalChat;
  minRev: number;
}

/** The most urgent wishes that are really behind; the others are fulfilled already. Chats of a running request stay for later. */
async function choose(
  ctx: EngineContext,
  of: { wishes: Map<ChatId, Wish>; running: ReadonlySet<ChatId>; open: readonly ChatId[]; hasBudget: boolean },
): Promise<Chosen[]> {
  const ids = [...of.wishes.keys()].filter((c) => !of.running.has(c));
  const chats = await ctx.read(['chats'], (tx) => tx.getMany('chats', ids));
  const behind: Chosen[] = [];
  for (const [index, c] of ids.entries()) {
    const chat = chats[index];
    const wish = of.wishes.get(c);
    const minRev = Math.max(wish?.minRev ?? 0, chat?.head.rev ?? 0);
    const isDue = chat !== undefined && chat.sync.state !== 'none' && chat.sync.rev < minRev;
    const isOpen = of.open.includes(c);
    if (!isDue || (!isOpen && !isKept(chat))) of.wishes.delete(c);
    else if (isOpen || of.hasBudget) behind.push({ chat, minRev });
    else of.wishes.delete(c);
  }
  const rank = ({ chat }: Chosen): number =>
    of.open.includes(chat.c) ? 3 : chat.me.pin !== undefined ? 2 : chat.unread > 0 ? 1 : 0;
  behind.sort((left, right) => rank(right) - rank(left) || right.chat.bump - left.chat.bump);
  // What is on screen does not wait for a long answer about other chats.
  const first = behind.filter((item) => rank(item) === 3);
  const work = (first.length > 0 ? first : behind).slice(0, limits.deltaChatsMax);
  for (const { chat } of work) of.wishes.delete(chat.c);
  return work;
}

interface Fetching {
  link: Link;
  door: Door;
  hooks: CatchUpHooks;
  again: (c: ChatId) => void;
  failures: Map<ChatId, number>;
}

async function fetchDeltas(ctx: EngineContext, to: Fetching, work: readonly Chosen[]): Promise<number> {
  let rows = 0;
  let items = work.map(({ chat, minRev }) => ({ c: chat.c, since: chat.sync.rev, minRev }));
  while (items.length > 0 && !ctx.isStopped()) {
    const ack = await to.link.read('sync.delta', { items, limit: limits.deltaRowsMax });
    if (!ack.ok) {
      if (reactionTo(ack.code) === 'retry') for (const { c } of items) to.again(c);
      return rows;
    }
    const asked = items;
    items = [];
    for (const item of ack.data.items) {
      if ('code' in item) {
        await settleRefused(ctx, to, item);
        continue;
      }
      rows += item.delta.rows?.length ?? 0;
      await to.door.deltas([item.delta]);
      const wish = asked.find((other) => other.c === item.delta.c);
      const moved = wish !== undefined && item.delta.b > wish.since;
      if (moved) to.failures.delete(item.delta.c);
      if (item.more === 1 && moved) items.push({ ...wish, since: item.delta.b });
      else if (wish && item.delta.b < wish.minRev) to.again(item.delta.c);
    }
  }
  return rows;
}

type Refused = Extract<RequestOutput<'sync.delta'>['items'][number], { code: unknown }>;

async function settleRefused(ctx: EngineContext, to: Fetching, { c, code }: Refused): Promise<void> {
  if (code === 'AHEAD') await to.door.run(() => ctx.commit((tx) => wipeChat(tx, c)));
  if (code === 'AHEAD' || code === 'NOT_MEMBER') to.hooks.resync(1_000);
  else if (reactionTo(code) === 'retry') to.again(c);
}
