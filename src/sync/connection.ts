import type { Ack, ErrorCode, WireError } from '#protocol/errors.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { createEndpoints, type Endpoints } from './connection/endpoints.ts';
import { answerGoaway } from './connection/handover.ts';
import { keepAlive, type KeepAlive } from './connection/keepAlive.ts';
import { openSession, type OpenSession, type SessionHooks } from './connection/openSession.ts';
import { waitBefore, type AttemptEnd } from './connection/waits.ts';
import type { EngineContext } from './engineContext.ts';
import type { LinkControl } from './link.ts';
import type { Connection } from './ports.ts';
import { createServerTime, type ServerTime } from './serverTime.ts';

/*
 *  FOLLOWER ──lock──▶ BOOT ──▶ CONNECT ──hello──▶ SYNCING ──applied──▶ LIVE
 *                                ▲  │               │ BUSY: stays        │ closed, probe failed,
 *            timer, online,      │  │ refused,      │ lost               │ goaway
 *            visible, wake       │  ▼ no answer     ▼                    ▼
 *                             BACKOFF / OFFLINE ◀──────────────────── (first try after a short spread)
 *
 *  any ──REVOKED, PROTO, UNAUTH twice──▶ BLOCKED ──the person acts──▶ CONNECT
 *  any ──lease lost──▶ FENCED (the engine ends)
 */

/** What the connection drives. */
export interface ConnectionHooks {
  /** The connection said hello: bring the device up to date. Events arrive from now on and wait. */
  sync(connection: Connection): Promise<Ack<null>>;
  /** The device is up to date over this connection; called again when another node's takes its place. */
  onLive(connection: Connection): void;
  onDown(): void;
  onDelta: SessionHooks['onDelta'];
  onSignal(signal: ServerSignal): void;
  isVisible(): boolean;
}

/** Keeps the engine connected. */
export interface ConnectionKeeper {
  /** Runs until the engine ends. */
  run(): Promise<void>;
  /** The person or the device asks for a connection now; also leaves BLOCKED. */
  wake(): void;
  /** Checks the path at once. */
  probe(): void;
  /** Ends the present connection; the next one brings the device up to date. */
  restart(why: string): void;
}

const syncRetryMs = 1_000;

/** What one keeper remembers between its steps. */
interface Keeper {
  readonly ctx: EngineContext;
  readonly link: LinkControl;
  readonly hooks: ConnectionHooks;
  readonly time: ServerTime;
  readonly alive: KeepAlive;
  readonly endpoints: Endpoints;
  /** failed attempts in a row */
  failures: number;
  /** the server's wish for spreading reconnects, ms */
  spreadMs: number;
  needsFreshToken: boolean;
  current: OpenSession | undefined;
  /** a connection to another node that is being made ready */
  next: OpenSession | undefined;
  /** goes on with another connection in place of the present one */
  move: (next: OpenSession) => void;
  /** the present connection is being ended because nothing was answered */
  isSilent: boolean;
  /** why the present connection is being ended, if the server said so */
  refusedWith: ErrorCode | undefined;
  /** ends the present wait */
  interrupt: () => void;
}

/** Makes the keeper. */
export function createConnection(ctx: EngineContext, link: LinkControl, hooks: ConnectionHooks): ConnectionKeeper {
  const time = createServerTime(ctx);
  const restart = (why: string): void => keeper.current?.close(why);
  const alive = keepAlive(ctx, {
    ...{ link, time, isVisible: hooks.isVisible, close: restart },
    silent() {
      keeper.isSilent = true;
      restart('no answer to a probe');
    },
  });
  const keeper: Keeper = {
    ctx,
    link,
    hooks,
    time,
    alive,
    endpoints: createEndpoints(ctx.ports.session.deviceId, ctx.ports.clock),
    failures: 0,
    spreadMs: 500,
    needsFreshToken: false,
    current: undefined,
    next: undefined,
    move: (next) => next.close('too late'),
    isSilent: false,
    refusedWith: undefined,
    interrupt: () => undefined,
  };
  ctx.onEnd(() => {
    restart('engine ended');
    keeper.next?.close('engine ended');
    keeper.interrupt();
  });
  link.onSlow(() => alive.probe());
  link.onRefused((code) => {
    const needsNewSession = ['signIn', 'upgrade'].includes(reactionTo(code)) || code === 'FENCED' || code === 'GEN';
    if (needsNewSession) endWith(keeper, code);
  });
  return {
    run: () => keepConnected(keeper),
    wake: () => (keeper.current ? alive.probe() : keeper.interrupt()),
    probe: () => alive.probe(),
    restart,
  };
}

async function keepConnected(keeper: Keeper): Promise<void> {
  const { ctx } = keeper;
  while (!ctx.isStopped()) {
    const end = await attempt(keeper).catch((error: unknown): AttemptEnd => {
      // The device's database refused: the next attempt asks for everything that was not stored.
      if (!ctx.isStopped()) ctx.ports.log.warn('attempt failed', { error: String(error) });
      keeper.failures += 1;
      return { t: 'failed' };
    });
    if (!ctx.isStopped()) await rest(keeper, end);
  }
}

async function attempt(keeper: Keeper): Promise<AttemptEnd> {
  const { ctx, link } = keeper;
  ctx.setStatus({ phase: 'connect' }, ['retryAt', 'blocked']);
  keeper.refusedWith = undefined;
  const endpoint = keeper.endpoints.next();
  const opened = await open(keeper, endpoint);
  if (!opened.ok) {
    keeper.endpoints.failed(endpoint);
    return refused(keeper, opened);
  }
  keeper.current = opened.data;
  try {
    ctx.setStatus({ phase: 'syncing' }, ['backAt']);
    const synced = await syncUntilDone(keeper, opened.data);
    if (!synced.ok) return refused(keeper, synced);
    return await stayLive(keeper, opened.data);
  } finally {
    keeper.current?.close('over');
    keeper.current = undefined;
    link.set(undefined);
  }
}

/** Opens a connection, and takes what the server says of itself. */
async function open(keeper: Keeper, endpoint: string): Promise<Ack<OpenSession>> {
  const { ctx, hooks, time } = keeper;
  const gen = await ctx.read(['meta'], (tx) => tx.get('meta', 'gen'));
  const isVisible = hooks.isVisible();
  const options = { endpoint, fresh: keeper.needsFreshToken, isVisible, gen: gen && String(gen.val) };
  const startedAt = ctx.ports.clock.elapsed();
  const onSignal = (signal: ServerSignal): void => handleSignal(keeper, signal);
  const opened = await openSession(ctx, { onDelta: hooks.onDelta, onSignal }, options);
  if (!opened.ok) return opened;
  const { hello } = opened.data;
  keeper.spreadMs = hello.spread;
  keeper.endpoints.learn(hello.eps);
  time.renew();
  time.sample(hello.t, startedAt, ctx.ports.clock.elapsed());
  return opened;
}

/** A busy server keeps the connection and is asked again; anything else ends it. */
async function syncUntilDone(keeper: Keeper, session: OpenSession): Promise<Ack<null>> {
  let isOver = false;
  void session.closed.then(() => void (isOver = true));
  for (;;) {
    const ack = await keeper.hooks.sync(session.connection);
    if (isOver || keeper.ctx.isStopped()) return { ok: false, code: keeper.refusedWith ?? 'TIMEOUT' };
    if (ack.ok || reactionTo(ack.code) !== 'retry' || ack.code === 'TIMEOUT') return ack;
    await sleep(keeper, ack.retry ?? syncRetryMs);
  }
}

/** Stays until the connection is over. A move to another node on the way is a new connection, and no interruption. */
async function stayLive(keeper: Keeper, first: OpenSession): Promise<AttemptEnd> {
  const { ctx, hooks, link } = keeper;
  keeper.failures = 0;
  keeper.needsFreshToken = false;
  keeper.isSilent = false;
  for (let session: OpenSession | undefined = first; session; session = await liveOn(keeper, session)) {
    if (keeper.current !== session) keeper.current?.close('moved');
    keeper.current = session;
    keeper.next = undefined;
  }
  link.set(undefined);
  ctx.setStatus({ downSince: ctx.ports.clock.now() });
  hooks.onDown();
  if (keeper.refusedWith !== undefined) return refused(keeper, { ok: false, code: keeper.refusedWith });
  return { t: 'closed', isSilent: keeper.isSilent };
}

/** Lives on one connection; answers the one that takes its place, or nothing when it is over. */
async function liveOn(keeper: Keeper, session: OpenSession): Promise<OpenSession | undefined> {
  const { alive, ctx, hooks, link } = keeper;
  const moved = Promise.withResolvers<OpenSession>();
  keeper.move = moved.resolve;
  link.set(session.connection);
  ctx.setStatus({ phase: 'live' }, ['downSince', 'retryAt', 'backAt', 'blocked']);
  alive.start(session.hello.exp);
  hooks.onLive(session.connection);
  const next = await Promise.race([moved.promise, session.closed]);
  keeper.move = (late) => late.close('too late');
  alive.stop();
  if (typeof next !== 'string') return next;
  ctx.ports.log.debug('connection over', { why: next });
  return undefined;
}

function handleSignal(keeper: Keeper, signal: ServerSignal): void {
  const { ctx, current } = keeper;
  if (signal.name === 'kick') {
    // Our own newer connection won over the older one: that is how a switch looks from the losing side.
    const { conn } = signal.data;
    const isOurs = conn !== undefined && (conn === current?.conn || conn === keeper.next?.conn);
    if (!isOurs) endWith(keeper, signal.data.code);
    return;
  }
  if (signal.name !== 'goaway') return keeper.hooks.onSignal(signal);
  const { spread, back } = signal.data;
  if (back !== undefined) ctx.setStatus({ backAt: ctx.ports.clock.now() + back });
  keeper.spreadMs = spread;
  if (!current || keeper.next) return;
  answerGoaway(ctx, keeper.endpoints, current, signal.data, {
    async open(endpoint) {
      const opened = await open(keeper, endpoint);
      if (opened.ok) keeper.next = opened.data;
      return opened;
    },
    sync: keeper.hooks.sync,
    take: (next) => keeper.move(next),
    giveUp() {
      keeper.next = undefined;
      current.close('goaway');
    },
  });
}

/** Ends the present connection for a reason that the next attempt has to answer. */
function endWith(keeper: Keeper, code: ErrorCode): void {
  if (!keeper.current) return;
  keeper.refusedWith = code;
  keeper.current.close(code);
}

function refused(keeper: Keeper, error: WireError): AttemptEnd {
  const { code } = error;
  keeper.failures += 1;
  if (code === 'REVOKED' || code === 'PROTO') return { t: 'blocked', why: code };
  if (code === 'UNAUTH') {
    if (keeper.needsFreshToken) return { t: 'blocked', why: code };
    keeper.needsFreshToken = true;
    return { t: 'again' };
  }
  if (code === 'FENCED') keeper.ctx.end('refused');
  return error.retry === undefined ? { t: 'failed' } : { t: 'failed', retryMs: error.retry };
}

async function rest(keeper: Keeper, end: AttemptEnd): Promise<void> {
  const { ctx, failures, hooks, spreadMs } = keeper;
  const { clock, random, surroundings } = ctx.ports;
  if (end.t === 'blocked') {
    keeper.needsFreshToken = false;
    ctx.setStatus({ phase: 'blocked', blocked: end.why });
    return sleep(keeper, undefined);
  }
  const isOnline = surroundings.isOnline();
  const isVisible = hooks.isVisible();
  const endpoints = keeper.endpoints.count();
  const ms = waitBefore({ end, failures, endpoints, isVisible, isOnline, spreadMs, random: () => random.float() });
  if (ms === 0) return;
  ctx.setStatus({ phase: isOnline ? 'backoff' : 'offline', retryAt: clock.now() + ms });
  await sleep(keeper, ms);
}

/** Waits until the time is over (never, without one), someone wakes the keeper, or the engine ends. */
function sleep(keeper: Keeper, ms: number | undefined): Promise<void> {
  const { ctx } = keeper;
  return new Promise((resolve) => {
    const cancel = ms === undefined ? () => undefined : ctx.after(ms, resolve);
    keeper.interrupt = () => {
      cancel();
      resolve();
    };
    if (ctx.isStopped()) resolve();
  });
}
