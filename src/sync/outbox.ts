import { backoff } from '#base/backoff.ts';
import { reactionTo, type ErrorCode, type WireError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { OutboxEntry } from './changes.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import { createHoldBook, type HoldBook } from './outbox/holdBack.ts';
import { createLiveClock, type LiveClock } from './outbox/liveClock.ts';
import { pickWork } from './outbox/pickWork.ts';
import { sendAction, settleRefusal } from './outbox/sendAction.ts';
import { failLane, settleSends } from './outbox/settleSends.ts';
import { toItem } from './outbox/toItem.ts';

/*
 * The lanes of the outbox: strict order inside a lane, several lanes at once, one request in flight per lane. An entry leaves the outbox only when its
 * effect is stored, so a crash at any line means one more try with the same id, never a loss and never a second message.
 */

const lanesAtOnce = 4;
const backoffBaseMs = 1_000;
const backoffCapMs = 60_000;
/** How often the outbox is looked through even if nobody pokes, ms: a poke can be lost with its tab. */
const scanMs = 5_000;

export interface Outbox {
  /** Sends whatever is ready. Call it when something was queued and when the connection is live. */
  drain(): void;
  /** A new connection, or the person's word: waits are over. */
  onLive(): void;
  /** The connection is gone: what waits for files does not get older. */
  onDown(): void;
}

/** What the outbox hands on. */
export interface OutboxHooks {
  /** A setting was refused: fetch what the server has. */
  resync(): void;
  /** The chat's watermark should soon reach what was acknowledged. */
  behind(chats: readonly ChatId[]): void;
}

interface LaneState {
  isBusy: boolean;
  failures: number;
  /** elapsed ms before which the lane rests */
  restUntil: number;
  isSolo: boolean;
  /** has to be looked at as soon as there is a place */
  isWanted: boolean;
  /** since when its messages wait for files */
  book: HoldBook;
}

type Verdict = { t: 'go on' } | { t: 'rest'; ms: number } | { t: 'retry'; ms: number; entries: readonly OutboxEntry[] };

/** What one outbox remembers. */
interface Sender {
  readonly ctx: EngineContext;
  readonly link: Link;
  readonly door: Door;
  readonly hooks: OutboxHooks;
  readonly lanes: Map<string, LaneState>;
  readonly live: LiveClock;
  isScanning: boolean;
  /** look again; `news`: something may have changed for every lane */
  asked: 'no' | 'places' | 'news';
}

/** Makes the outbox. */
export function createOutbox(ctx: EngineContext, link: Link, door: Door, hooks: OutboxHooks): Outbox {
  const live = createLiveClock(ctx.ports.clock);
  const sender: Sender = { ctx, link, door, hooks, lanes: new Map(), live, isScanning: false, asked: 'no' };
  const tick = (): void => {
    drain(sender);
    ctx.after(scanMs, tick);
  };
  tick();
  return {
    drain: () => drain(sender),
    onDown: live.pause,
    onLive() {
      live.go();
      for (const state of sender.lanes.values()) Object.assign(state, { failures: 0, restUntil: 0 });
      drain(sender);
    },
  };
}

/** Looks through the outbox. `places`: only lanes that wait for a place; what had nothing to send is not looked at again because another lane ended. */
function drain(sender: Sender, why: 'places' | 'news' = 'news'): void {
  const { ctx, link } = sender;
  if (!link.isLive() || ctx.isStopped()) return;
  if (sender.asked !== 'news') sender.asked = why;
  if (sender.isScanning) return;
  sender.isScanning = true;
  ctx.spawn('outbox scan', async () => {
    try {
      for (let asked = sender.asked; asked !== 'no' && !ctx.isStopped(); asked = sender.asked) {
        sender.asked = 'no';
        await scan(sender, asked);
      }
    } finally {
      sender.isScanning = false;
    }
  });
}

/** Starts a run for every lane that has work, as far as there are places. */
async function scan(sender: Sender, why: 'places' | 'news'): Promise<void> {
  const { ctx, lanes, live } = sender;
  const entries = await ctx.read(['outbox'], (tx) => tx.range('outbox', { index: ':primary' }));
  const waiting = new Set(entries.filter((entry) => entry.state === 'queued' && !entry.old).map((entry) => entry.lane));
  for (const [lane, state] of lanes) if (!waiting.has(lane)) state.isWanted = false;
  for (const lane of waiting) {
    const state = stateOf(lanes, lane, live);
    // A lane that rests is looked at when its rest is over.
    if (state.restUntil > ctx.ports.clock.elapsed()) continue;
    // A busy lane may already have looked at its end: it looks once more. A lane without a place gets the next one that is free.
    if (why === 'news') state.isWanted = true;
    const busy = [...lanes.values()].filter((other) => other.isBusy).length;
    if (!state.isWanted || state.isBusy || busy >= lanesAtOnce) continue;
    state.isBusy = true;
    state.isWanted = false;
    ctx.spawn('lane', () =>
      runLane(sender, lane, state).finally(() => {
        state.isBusy = false;
        if ([...lanes.values()].some((other) => other.isWanted)) drain(sender, 'places');
      }),
    );
  }
}

function stateOf(lanes: Map<string, LaneState>, lane: string, live: LiveClock): LaneState {
  const state = lanes.get(lane) ?? {
    ...{ isBusy: false, failures: 0, restUntil: 0, isSolo: false, isWanted: false },
    book: createHoldBook(live.ms),
  };
  lanes.set(lane, state);
  return state;
}

async function runLane(sender: Sender, lane: string, state: LaneState): Promise<void> {
  const { ctx, link, door, hooks } = sender;
  const { clock } = ctx.ports;
  while (link.isLive() && !ctx.isStopped()) {
    let leftMs: number | undefined;
    const hold = { book: state.book, onHeld: (ms: number) => (leftMs = ms) };
    const work = await ctx.commit((tx) => pickWork(tx, lane, clock.now(), { isSolo: state.isSolo, hold }));
    if (!work) {
      state.isSolo = false;
      if (leftMs !== undefined) ctx.after(leftMs, () => drain(sender));
      return;
    }
    const verdict = await deliver(ctx, { link, door, hooks, state }, work);
    if (verdict.t === 'go on') {
      state.failures = 0;
      continue;
    }
    const ms = restLane(sender, state, verdict.ms);
    if (verdict.t === 'retry') await noteTries(ctx, verdict.entries, clock.now() + ms);
    return;
  }
}

/** Lets a lane rest at least `leastMs`, longer with every failure; answers how long. */
function restLane(sender: Sender, state: LaneState, leastMs: number): number {
  const { clock, random } = sender.ctx.ports;
  const wait = backoff(state.failures, { baseMs: backoffBaseMs, capMs: backoffCapMs, random: () => random.float() });
  state.failures += 1;
  const ms = Math.max(leastMs, wait);
  state.restUntil = clock.elapsed() + ms;
  sender.ctx.after(ms, () => drain(sender));
  return ms;
}

interface Delivery {
  link: Link;
  door: Door;
  hooks: OutboxHooks;
  state: LaneState;
}

async function deliver(ctx: EngineContext, to: Delivery, entries: readonly OutboxEntry[]): Promise<Verdict> {
  const [front] = entries as [OutboxEntry];
  if (front.action.t === 'send') return deliverSends(ctx, to, entries, front.action.c);
  const ack = await sendAction(to.link, front.action);
  if (!ack.ok) return refuse(ctx, to, entries, ack);
  const outcome = await to.door.run(() =>
    ctx.commit(async (tx) => {
      const entry = await tx.get('outbox', front.id);
      return entry?.state === 'queued' ? ack.data(tx, { ...entry, action: front.action }) : undefined;
    }),
  );
  if (outcome === 'resync') to.hooks.resync();
  return { t: 'go on' };
}

async function deliverSends(
  ctx: EngineContext,
  to: Delivery,
  entries: readonly OutboxEntry[],
  c: ChatId,
): Promise<Verdict> {
  const items = entries.flatMap(({ action, at }) => (action.t === 'send' ? [toItem(action, at)] : []));
  const ack = await to.link.request('message.send', { c, items });
  if (!ack.ok) return refuse(ctx, to, entries, ack);
  const profile = await readProfile(ctx, ctx.ports.session.userId);
  const settled = await to.door.run(async () => {
    const tools = { newOp: () => ctx.ports.random.uuid(), profile, now: ctx.ports.clock.now() };
    const result = await ctx.commit((tx) => settleSends(tx, entries, ack.data.items, tools));
    to.door.noteApplied(result.applied, result.states);
    return result;
  });
  if (settled.applied.length < entries.length) to.hooks.behind([c]);
  if (settled.retryMs !== undefined) return { t: 'retry', ms: settled.retryMs, entries };
  // An item the server did not answer is still queued; without a rest it would be sent in a tight loop.
  const isWhole = items.every((item) => ack.data.items.some((answer) => answer.i === item.i));
  return isWhole ? { t: 'go on' } : { t: 'rest', ms: 0 };
}

async function refuse(
  ctx: EngineContext,
  to: Delivery,
  entries: readonly OutboxEntry[],
  ack: WireError,
): Promise<Verdict> {
  const [front] = entries as [OutboxEntry];
  if (ack.code === 'TIMEOUT') return { t: 'rest', ms: 0 };
  if (reactionTo(ack.code) === 'retry') return { t: 'retry', ms: ack.retry ?? 0, entries };
  // The connection deals with sign-in, upgrade and resync; the entries wait.
  if (reactionTo(ack.code) !== 'never') return { t: 'rest', ms: 0 };
  if (entries.length > 1 && ack.code !== 'NOT_MEMBER') {
    to.state.isSolo = true;
    return { t: 'go on' };
  }
  const outcome = await ctx.commit((tx) => storeRefusal(tx, front, ack.code));
  if (outcome === 'resync') to.hooks.resync();
  return { t: 'go on' };
}

async function storeRefusal(
  tx: Parameters<typeof settleRefusal>[0],
  front: OutboxEntry,
  code: ErrorCode,
): Promise<'resync' | undefined> {
  const isOfChat = front.lane !== 'u';
  if (code === 'NOT_MEMBER' && isOfChat) {
    await failLane(tx, front.lane, code);
    return undefined;
  }
  const entry = await tx.get('outbox', front.id);
  return entry?.state === 'queued' ? settleRefusal(tx, { ...entry, action: front.action }, code) : undefined;
}

async function noteTries(ctx: EngineContext, entries: readonly OutboxEntry[], nextAt: number): Promise<void> {
  await ctx.commit(async (tx) => {
    const stored = await tx.getMany(
      'outbox',
      entries.map((entry) => entry.id),
    );
    const waiting = stored.filter((entry) => entry?.state === 'queued') as OutboxEntry[];
    await tx.put(
      'outbox',
      waiting.map((entry) => ({ ...entry, tries: entry.tries + 1, nextAt })),
    );
  });
}

async function readProfile(ctx: EngineContext, me: UserId): Promise<number> {
  return (await ctx.read(['users'], (tx) => tx.get('users', me)))?.pv ?? 1;
}
