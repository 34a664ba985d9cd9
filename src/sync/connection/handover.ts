import type { Ack } from '#protocol/errors.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import type { EngineContext } from '../engineContext.ts';
import type { Connection } from '../ports.ts';
import type { Endpoints } from './endpoints.ts';
import type { OpenSession } from './openSession.ts';

/** What a move to another node needs of the connection. */
export interface HandoverHooks {
  /** Opens a second connection beside the present one. */
  open(endpoint: string): Promise<Ack<OpenSession>>;
  /** Brings the device up to date over it. */
  sync(connection: Connection): Promise<Ack<null>>;
  /** The new one is ready: go on with it and close the old one. */
  take(next: OpenSession): void;
  /** No other node: the present connection ends with its server. */
  giveUp(): void;
}

/**
 * A node that stops says so. Where there is another one the device connects there first and closes the old connection then, so that nobody sees a gap; where
 * there is none it closes within the time it was given. `leaving`: the connection that ends.
 */
export function answerGoaway(
  ctx: EngineContext,
  endpoints: Endpoints,
  leaving: OpenSession,
  { in: inMs, spread, eps }: ServerSignalData<'goaway'>,
  hooks: HandoverHooks,
): void {
  if (eps.length > 0) endpoints.learn(eps);
  endpoints.failed(leaving.endpoint);
  const wait = ctx.rand(Math.min(inMs, spread));
  ctx.after(wait, () => {
    if (!endpoints.hasOther(leaving.endpoint)) return hooks.giveUp();
    ctx.spawn('handover', () => move(endpoints, leaving, hooks));
  });
}

async function move(endpoints: Endpoints, leaving: OpenSession, hooks: HandoverHooks): Promise<void> {
  const endpoint = endpoints.next();
  if (endpoint === leaving.endpoint) return hooks.giveUp();
  const opened = await hooks.open(endpoint);
  if (!opened.ok) {
    endpoints.failed(endpoint);
    return hooks.giveUp();
  }
  const synced = await hooks.sync(opened.data.connection);
  if (synced.ok) return hooks.take(opened.data);
  opened.data.close('not up to date');
  hooks.giveUp();
}
