import type { Ack, ErrorCode, WireError } from '#protocol/errors.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { keepAlive } from './connection/keepAlive.ts';
import { openSession, type OpenSession, type SessionHooks } from './connection/openSession.ts';
import { waitBefore, type AttemptEnd } from './connection/waits.ts';
import type { EngineContext } from './engineContext.ts';
import type { LinkControl } from './link.ts';
import type { Connection } from './ports.ts';
import { createServerTime } from './serverTime.ts';

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
  onLive(): void;
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

/** Makes the keeper. */
export function createConnection(ctx: EngineContext, link: LinkControl, hooks: ConnectionHooks): ConnectionKeeper {
  const { clock, surroundings, random } = ctx.ports;
  const time = createServerTime(ctx);
  let failures = 0;
  let spreadMs = 500;
  let needsFreshToken = false;
  let current: OpenSession | undefined;
  let refusedWith: ErrorCode | undefined;
  let interrupt = (): void => undefined;

  const sleep = (ms: number | undefined): Promise<void> =>
    new Promise((resolve) => {
      const cancel = ms === undefined ? () => undefined : ctx.after(ms, resolve);
      interrupt = () => {
        cancel();
        resolve();
      };
      if (ctx.isStopped()) resolve();
    });
  const restart = (why: string): void => current?.close(why);
  const alive = keepAlive(ctx, { link, time, isVisible: hooks.isVisible, close: restart });

  const onSignal = (signal: ServerSignal): void => {
    if (signal.name === 'kick') {
      // Our own newer connection won over the older one: that is how a switch looks from the losing side.
      if (signal.data.conn !== undefined && signal.data.conn === current?.conn) return;
      refusedWith = signal.data.code;
      restart(`kick ${signal.data.code}`);
    } else if (signal.name === 'goaway') {
      const { in: inMs, spread, back } = signal.data;
      if (back !== undefined) ctx.setStatus({ backAt: clock.now() + back });
      spreadMs = spread;
      ctx.after(ctx.rand(Math.min(inMs, spread)), () => restart('goaway'));
    }
    hooks.onSignal(signal);
  };

  const attempt = async (): Promise<AttemptEnd> => {
    ctx.setStatus({ phase: 'connect' }, ['retryAt', 'blocked']);
    refusedWith = undefined;
    const gen = await ctx.read(['meta'], (tx) => tx.get('meta', 'gen'));
    const options = { fresh: needsFreshToken, isVisible: hooks.isVisible(), gen: gen && String(gen.val) };
    const startedAt = clock.elapsed();
    const opened = await openSession(ctx, { onDelta: hooks.onDelta, onSignal }, options);
    if (ctx.isStopped()) {
      if (opened.ok) opened.data.close('stopped');
      return { t: 'again' };
    }
    if (!opened.ok) return refused(opened);
    const session = opened.data;
    current = session;
    try {
      spreadMs = session.hello.spread;
      time.renew();
      time.sample(session.hello.t, startedAt, clock.elapsed());
      ctx.setStatus({ phase: 'syncing' }, ['backAt']);
      const synced = await syncUntilDone(session);
      if (!synced.ok) return refused(synced);
      return await stayLive(session);
    } finally {
      current = undefined;
      session.close('over');
      link.set(undefined);
    }
  };
  const syncUntilDone = async (session: OpenSession): Promise<Ack<null>> => {
    let isOver = false;
    void session.closed.then(() => void (isOver = true));
    for (;;) {
      const ack = await hooks.sync(session.connection);
      if (ack.ok || isOver || ctx.isStopped()) return ack.ok && isOver ? { ok: false, code: 'TIMEOUT' } : ack;
      if (reactionTo(ack.code) !== 'retry' || ack.code === 'TIMEOUT') return ack;
      await sleep(ack.retry ?? syncRetryMs);
    }
  };
  const stayLive = async (session: OpenSession): Promise<AttemptEnd> => {
    failures = 0;
    needsFreshToken = false;
    link.set(session.connection);
    ctx.setStatus({ phase: 'live' }, ['downSince', 'retryAt', 'backAt', 'blocked']);
    alive.start(session.hello.exp);
    hooks.onLive();
    const why = await session.closed;
    alive.stop();
    link.set(undefined);
    ctx.ports.log.debug('connection over', { why });
    ctx.setStatus({ downSince: clock.now() });
    hooks.onDown();
    return refusedWith === undefined ? { t: 'closed' } : refused({ ok: false, code: refusedWith });
  };
  const refused = (error: WireError): AttemptEnd => {
    const { code } = error;
    failures += 1;
    if (code === 'REVOKED' || code === 'PROTO') return { t: 'blocked', why: code };
    if (code === 'UNAUTH') {
      if (needsFreshToken) return { t: 'blocked', why: code };
      needsFreshToken = true;
      return { t: 'again' };
    }
    if (code === 'FENCED') ctx.end('refused');
    return error.retry === undefined ? { t: 'failed' } : { t: 'failed', retryMs: error.retry };
  };
  const rest = async (end: AttemptEnd): Promise<void> => {
    if (end.t === 'blocked') {
      needsFreshToken = false;
      ctx.setStatus({ phase: 'blocked', blocked: end.why });
      return sleep(undefined);
    }
    const isOnline = surroundings.isOnline();
    const input = { end, failures, isVisible: hooks.isVisible(), isOnline, spreadMs, random: () => random.float() };
    const ms = waitBefore(input);
    if (ms === 0) return;
    ctx.setStatus({ phase: isOnline ? 'backoff' : 'offline', retryAt: clock.now() + ms });
    await sleep(ms);
  };
  ctx.onEnd(() => {
    restart('engine ended');
    interrupt();
  });
  link.onSlow(() => alive.probe());
  link.onRefused((code) => {
    const needsNewSession = ['signIn', 'upgrade'].includes(reactionTo(code)) || code === 'FENCED' || code === 'GEN';
    if (!needsNewSession || !current) return;
    refusedWith = code;
    restart(code);
  });
  return {
    async run() {
      while (!ctx.isStopped()) {
        const end = await attempt();
        if (!ctx.isStopped()) await rest(end);
      }
    },
    wake: () => (current ? alive.probe() : interrupt()),
    probe: () => alive.probe(),
    restart,
  };
}
