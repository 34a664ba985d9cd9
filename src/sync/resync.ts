import type { Ack } from '#protocol/errors.ts';
import type { EngineContext } from './engineContext.ts';
import type { Connection } from './ports.ts';

/** How often the whole state is asked for although nothing seems wrong, ms: the last net under everything. */
const auditMs = 10 * 60_000;

/** Asks for the whole state again over the connection that is live. */
export interface Resync {
  /** After a random time below `inMs`; several wishes at one time are one, at the earliest of their times. */
  request(inMs: number): void;
  /** The connection that was brought up to date, or none. */
  setLive(connection: Connection | undefined): void;
}

/** What a resync needs. A failure has to end the connection: the next one begins with the same question. */
export interface ResyncHooks {
  sync(connection: Connection): Promise<Ack<null>>;
  onDone(): void;
  onFailed(why: string): void;
}

/** Makes it. */
export function createResync(ctx: EngineContext, hooks: ResyncHooks): Resync {
  let live: Connection | undefined;
  /** the next one: when, elapsed ms, and how to call it off */
  let planned: { at: number; stop: () => void } | undefined;
  const run = async (connection: Connection): Promise<void> => {
    const ack = await hooks.sync(connection);
    if (ack.ok) hooks.onDone();
    else if (connection === live) hooks.onFailed(`resync ${ack.code}`);
  };
  const request = (inMs: number): void => {
    const wait = ctx.rand(inMs);
    const at = ctx.ports.clock.elapsed() + wait;
    if (planned && planned.at <= at) return;
    planned?.stop();
    const stop = ctx.after(wait, () => {
      planned = undefined;
      const connection = live;
      if (connection) ctx.spawn('resync', () => run(connection));
    });
    planned = { at, stop };
  };
  const audit = (): void => {
    request(0);
    ctx.after(auditMs, audit);
  };
  ctx.after(auditMs, audit);
  return { request, setLive: (connection) => void (live = connection) };
}
