import type { ErrorCode } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { CachedRange, EngineCall, LocalChat } from './changes.ts';
import type { Door, Flight } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import { applyPage, type FetchedPage } from './merge/applyPage.ts';
import { planHistory, type HistoryWish } from './merge/planHistory.ts';

const pageRows = 50;
/** Stale spans of an opened chat that are checked by themselves; older ones are checked when someone scrolls there. */
const checksOnOpen = 5;
/** Chats that have nothing cached get one page after sign-in, so that they can be read without a network. */
const warmChats = 20;
const warmRows = 30;

/** Reads of older messages. */
export interface History {
  /** Serves a tab's wish and announces the outcome when everything it brought is stored. */
  serve(call: Extract<EngineCall, { t: 'history' }>): void;
  /** Makes stale spans of a chat on screen true again. */
  checkStale(c: ChatId): void;
  /** Fetches what lies around a message. */
  fetchAround(c: ChatId, seq: number): void;
  /** Fetches the newest page of recent chats of which nothing is cached. */
  warm(): void;
}

/** What was asked for and is still missing, or still stale, is not asked for again before this time, ms: an answer that does not bring it must not become a loop. */
const againMs = 30_000;

type Outcome = ErrorCode | undefined;

/** Makes the reader. */
export function createHistory(ctx: EngineContext, link: Link, door: Door): History {
  const running = new Map<string, Promise<Outcome>>();
  const asked = askedLately(ctx);

  /** Several tabs may wish for the same page at one time: it is fetched once. */
  const once = (key: string, work: () => Promise<Outcome>): Promise<Outcome> => {
    const shared = running.get(key) ?? work().finally(() => running.delete(key));
    running.set(key, shared);
    return shared;
  };
  const fetchFor = (c: ChatId, wish: HistoryWish, rows: number): Promise<Outcome> =>
    once(JSON.stringify([c, wish]), () => fetchHistory(ctx, { link, door }, { c, wish, rows }));

  return {
    serve({ id, c, before, after, around }) {
      const wish: HistoryWish =
        before !== undefined ? { before } : after !== undefined ? { after } : { around: around ?? 0 };
      const finish = (code: Outcome): void =>
        ctx.ports.line.announce({ t: 'history', outcome: { c, id, ok: !code, ...(code ? { code } : {}) } });
      fetchFor(c, wish, pageRows).then(finish, () => finish('INTERNAL'));
    },
    checkStale(c) {
      ctx.spawn('range checks', async () => {
        for (let round = 0; round < checksOnOpen && !ctx.isStopped(); round += 1) {
          const chat = await ctx.read(['chats'], (tx) => tx.get('chats', c));
          const stale = chat?.sync.ranges.findLast((range) => range.rev < chat.sync.rev);
          if (!chat || !stale || chat.sync.state === 'behind') return;
          const key = `check ${c} ${stale.from}`;
          const question = `${key} ${stale.to} ${stale.rev}`;
          if (!running.has(key) && !asked.note(question)) return;
          const code = await once(key, () => checkRange(ctx, { link, door }, c, stale));
          if (code) return asked.forget(question);
        }
      });
    },
    fetchAround(c, seq) {
      const key = `around ${c} ${seq}`;
      if (!asked.note(key)) return;
      ctx.spawn('around', async () => {
        if (await fetchFor(c, { around: seq }, warmRows)) asked.forget(key);
      });
    },
    warm() {
      ctx.spawn('warm up', async () => {
        const chats = await ctx.read(['chats'], (tx) =>
          tx.range('chats', { index: 'bump', reverse: true, limit: warmChats }),
        );
        for (const chat of chats) {
          if (!link.isLive() || ctx.isStopped()) return;
          // Rooms are fetched when somebody looks at them.
          if (chat.meta.parent !== undefined) continue;
          if (chat.sync.state !== 'none' || chat.head.ls < Math.max(1, chat.me.fl)) continue;
          const code = await fetchFor(chat.c, { before: chat.sync.tailFrom }, warmRows);
          if (code === 'RATE' || code === 'BUSY') return;
        }
      });
    },
  };
}

/** Questions of the last half minute. */
interface AskedLately {
  /** Notes that it is asked now; false if it was before. */
  note(question: string): boolean;
  /** Without an answer it is as if nobody had asked. */
  forget(question: string): void;
}

function askedLately(ctx: EngineContext): AskedLately {
  const askedAt = new Map<string, number>();
  return {
    note(question) {
      const now = ctx.ports.clock.elapsed();
      for (const [old, at] of askedAt) {
        if (now - at < againMs) break;
        askedAt.delete(old);
      }
      if (askedAt.has(question)) return false;
      askedAt.set(question, now);
      return true;
    },
    forget: (question) => void askedAt.delete(question),
  };
}

interface Ways {
  link: Link;
  door: Door;
}

async function fetchHistory(
  ctx: EngineContext,
  ways: Ways,
  { c, wish, rows }: { c: ChatId; wish: HistoryWish; rows: number },
): Promise<Outcome> {
  const started = await startRead(ctx, ways.door, c);
  if (!started) return 'NOT_MEMBER';
  const { chat, flight } = started;
  try {
    const plan = planHistory(chat, wish);
    if (plan.t === 'nothing') return undefined;
    if (plan.t === 'check') return await checkRange(ctx, ways, c, plan.range);
    const ack = await ways.link.read('history.get', {
      c,
      ...plan.ask,
      limit: Math.min(rows, limits.historyMax),
      minRev: chat.sync.rev,
    });
    if (!ack.ok) return ack.code;
    const { edge, rc, ...answer } = ack.data;
    const page = { ...answer, reachesStart: edge.start === 1, reachesEnd: edge.end === 1 };
    await store(ways.door, c, page, flight);
    if (rc && rc.length > 0) ctx.ports.line.announce({ t: 'receipts', c, v: 0, steps: rc });
    return undefined;
  } finally {
    flight.end();
  }
}

/** Fetches what changed in a stale span since it was true; a long answer comes in parts, and the last one makes the span fresh. */
async function checkRange(ctx: EngineContext, ways: Ways, c: ChatId, range: CachedRange): Promise<Outcome> {
  const started = await startRead(ctx, ways.door, c);
  if (!started) return 'NOT_MEMBER';
  const { chat, flight } = started;
  try {
    let since = range.rev;
    for (;;) {
      const ask = { c, from: range.from, to: range.to, rev: since, minRev: chat.sync.rev };
      const ack = await ways.link.read('range.check', ask);
      if (!ack.ok) return ack.code;
      const { rows, rev, more } = ack.data;
      const seen = Math.max(since, ...rows.map((row) => row.r));
      const isLast = more !== 1 || seen === since;
      const page = {
        rows,
        from: range.from,
        to: range.to,
        rev: isLast ? rev : seen,
        reachesStart: false,
        reachesEnd: false,
        isCheck: true as const,
      };
      await store(ways.door, c, page, isLast ? flight : undefined);
      if (isLast) return undefined;
      since = seen;
    }
  } finally {
    flight.end();
  }
}

/** Reads the watermark and begins to collect deltas at one instant of the door, so that none falls in between. */
function startRead(
  ctx: EngineContext,
  door: Door,
  c: ChatId,
): Promise<{ chat: LocalChat; flight: Flight } | undefined> {
  return door.run(async () => {
    const chat = await ctx.read(['chats'], (tx) => tx.get('chats', c));
    return chat && { chat, flight: door.startFlight(c, chat.sync.rev) };
  });
}

async function store(door: Door, c: ChatId, page: FetchedPage, flight: Flight | undefined): Promise<void> {
  await door.run(() => {
    const missed = flight?.missed() ?? { deltas: [], rev: 0 };
    const seqs = [
      ...page.rows.map((row) => row.s),
      ...missed.deltas.flatMap((delta) => [...(delta.rx ?? []), ...(delta.touch ?? [])].map((change) => change[0])),
    ];
    return door.change(c, { seqs, unread: true }, (state) => applyPage(state, page, missed));
  });
}
