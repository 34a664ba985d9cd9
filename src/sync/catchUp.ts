import { backoff } from '#base/backoff.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { limits } from '#protocol/limits.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { rowBudget, type RowBudget } from './catchUp/rowBudget.ts';
import type { LocalChat } from './changes.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import { wipeChat } from './wipeCaches.ts';

/** Requests at once, and rows that one catch-up may spend on chats that nobody looks at. */
const parallel = 2;
const backgroundRows = 3_000;
/** A hole usually closes by itself with the next delta; ask only after a random part of this, ms. */
const jitterMs = 300;

/** Brings chats whose watermark is behind up to the head, the ones on screen first. */
export interface CatchUp {
  /** Looks at these chats after a random time below `inMs`; those that turn out to be up to date cost nothing. */
  want(chats: readonly ChatId[], inMs?: number): void;
  /** The server says that the chat stands at `rev`: looks at it likewise, because what is missing may be under way. */
  wantRev(c: ChatId, rev: number): void;
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

/** What one catch-up remembers. */
interface Wanted {
  /** the rev that each chat has to reach at least */
  readonly wishes: Map<ChatId, number>;
  /** chats of requests that are under way */
  readonly running: Set<ChatId>;
  /** of the present connection; requests of an earlier one count in the budget they were made from */
  budget: RowBudget;
}

/** Makes the catch-up of one engine. */
export function createCatchUp(ctx: EngineContext, link: Link, door: Door, hooks: CatchUpHooks): CatchUp {
  const wanted: Wanted = { wishes: new Map(), running: new Set(), budget: rowBudget(backgroundRows) };
  const { wishes, running } = wanted;
  const failures = new Map<ChatId, number>();
  let requests = 0;
  let calls = 0;

  const add = (chats: readonly ChatId[], minRev = 0): void => {
    calls += 1;
    for (const c of chats) wishes.set(c, Math.max(minRev, wishes.get(c) ?? 0));
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
        const { budget } = wanted;
        const seen = calls;
        const work = await choose(ctx, wanted, hooks.open());
        if (work.length === 0) {
          if (seen === calls) return;
          // What was wished for while this one read is not looked at yet, and those who wished found everybody busy.
          continue;
        }
        try {
          await fetchDeltas(ctx, { link, door, hooks, again, failures, budget, later: (c) => add([c]) }, work);
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
    wantRev: (c, rev) => void ctx.after(ctx.rand(jitterMs), () => add([c], rev)),
    wantAll() {
      wanted.budget = rowBudget(backgroundRows);
      failures.clear();
      ctx.spawn('catch-up', async () => {
        const chats = await ctx.read(['chats'], (tx) => tx.range('chats', { index: ':primary' }));
        add(chats.filter((chat) => chat.sync.state === 'behind' && isKept(chat)).map((chat) => chat.c));
      });
    },
    wantOpen: (c, rev) => add([c], rev),
  };
}

/** Communities and threads are brought up to date only while they are on screen. */
const isKept = (chat: LocalChat): boolean => chat.kind !== chatKind.community && chat.meta.root === undefined;

interface Due {
  chat: LocalChat;
  minRev: number;
  isOpen: boolean;
}

/** A chat that is asked for, with the rows that are set aside for its answer. */
interface Chosen extends Due {
  reserved: number;
}

/** The most urgent wishes that are really behind; the others are fulfilled already. Chats of a running request stay for later. */
async function choose(ctx: EngineContext, wanted: Wanted, open: readonly ChatId[]): Promise<Chosen[]> {
  const { wishes, running } = wanted;
  const ids = [...wishes.keys()];
  const chats = await ctx.read(['chats'], (tx) => tx.getMany('chats', ids));
  const due: Due[] = [];
  for (const [index, c] of ids.entries()) {
    const wish = wishes.get(c);
    // While this one was reading, another request may have taken the chat.
    if (wish === undefined || running.has(c)) continue;
    const chat = chats[index];
    const minRev = Math.max(wish, chat?.head.rev ?? 0);
    const isOpen = open.includes(c);
    // With nothing cached nothing is missing, except the head that the server says there is.
    const isDue =
      chat !== undefined && chat.sync.rev < minRev && (chat.sync.state !== 'none' || chat.head.rev < minRev);
    if (isDue && (isOpen || isKept(chat))) due.push({ chat, minRev, isOpen });
    else wishes.delete(c);
  }
  const rank = ({ chat, isOpen }: Due): number =>
    isOpen ? 3 : chat.me.pin !== undefined ? 2 : chat.unread > 0 ? 1 : 0;
  due.sort((left, right) => rank(right) - rank(left) || right.chat.bump - left.chat.bump);
  // What is on screen does not wait for a long answer about other chats, and costs nothing.
  const first = due.filter(({ isOpen }) => isOpen).slice(0, limits.deltaChatsMax);
  const work = first.length > 0 ? first.map((item) => ({ ...item, reserved: 0 })) : chooseAffordable(wanted, due);
  for (const { chat } of work) {
    wishes.delete(chat.c);
    running.add(chat.c);
  }
  return work;
}

/** As many as one request and the budget take; what it will never pay is given up until somebody looks. */
function chooseAffordable({ wishes, budget }: Wanted, due: readonly Due[]): Chosen[] {
  const work: Chosen[] = [];
  for (const item of due) {
    if (work.length === limits.deltaChatsMax) break;
    const reserved = guessRows(item.chat.sync.rev, item.minRev);
    const answer = budget.reserve(reserved);
    // It comes before all that follow: these do not take what it waits for.
    if (answer === 'later') break;
    if (answer === 'yes') work.push({ ...item, reserved });
    else wishes.delete(item.chat.c);
  }
  return work;
}

/** Rows of the next answer at most: each has a rev of its own behind `since`. What is written meanwhile comes live as well. */
const guessRows = (since: number, minRev: number): number =>
  minRev > since ? Math.min(limits.deltaRowsMax, minRev - since) : limits.deltaRowsMax;

interface Fetching {
  link: Link;
  door: Door;
  hooks: CatchUpHooks;
  again: (c: ChatId) => void;
  /** the same without a wait */
  later: (c: ChatId) => void;
  failures: Map<ChatId, number>;
  budget: RowBudget;
}

/** What one chat is asked for. */
interface Ask {
  c: ChatId;
  since: number;
  minRev: number;
  isOpen: boolean;
  reserved: number;
}

async function fetchDeltas(ctx: EngineContext, to: Fetching, work: readonly Chosen[]): Promise<void> {
  let asks = work.map(({ chat, minRev, isOpen, reserved }): Ask => {
    return { c: chat.c, since: chat.sync.rev, minRev, isOpen, reserved };
  });
  while (asks.length > 0) asks = ctx.isStopped() ? [] : await fetchPage(ctx, to, asks);
}

/** Asks once, and stores the answer. Answers what is left to ask. */
async function fetchPage(ctx: EngineContext, to: Fetching, asks: readonly Ask[]): Promise<Ask[]> {
  const items = asks.map(({ c, since, minRev }) => ({ c, since, minRev }));
  const aside = asks.reduce((sum, { reserved }) => sum + reserved, 0);
  const more: Ask[] = [];
  let used = 0;
  try {
    const ack = await to.link.read('sync.delta', { items, limit: limits.deltaRowsMax });
    if (!ack.ok) {
      if (reactionTo(ack.code) === 'retry') for (const { c } of asks) to.again(c);
      return [];
    }
    for (const item of ack.data.items) {
      if ('code' in item) {
        await settleRefused(ctx, to, item);
        continue;
      }
      const { delta } = item;
      const ask = asks.find(({ c }) => c === delta.c);
      if (ask?.isOpen !== true) used += delta.rows?.length ?? 0;
      await to.door.deltas([delta]);
      const moved = ask !== undefined && delta.b > ask.since;
      if (moved) to.failures.delete(delta.c);
      if (item.more === 1 && moved) more.push({ ...ask, since: delta.b });
      else if (ask && delta.b < ask.minRev) to.again(delta.c);
    }
  } finally {
    to.budget.settle(aside, used);
  }
  return more.filter((ask) => isPaid(to, ask));
}

/** Sets the rows of a further page aside. */
function isPaid({ budget, later }: Fetching, ask: Ask): boolean {
  if (ask.isOpen) return true;
  ask.reserved = guessRows(ask.since, ask.minRev);
  const answer = budget.reserve(ask.reserved);
  if (answer === 'later') later(ask.c);
  return answer === 'yes';
}

type Refused = Extract<RequestOutput<'sync.delta'>['items'][number], { code: unknown }>;

async function settleRefused(ctx: EngineContext, to: Fetching, { c, code }: Refused): Promise<void> {
  if (code === 'AHEAD') await to.door.run(() => ctx.commit((tx) => wipeChat(tx, c)));
  if (code === 'AHEAD' || code === 'NOT_MEMBER') to.hooks.resync(1_000);
  else if (reactionTo(code) === 'retry') to.again(c);
}
