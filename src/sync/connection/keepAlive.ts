import type { EngineContext } from '../engineContext.ts';
import type { LinkControl } from '../link.ts';
import type { ServerTime } from '../serverTime.ts';

/** While a tab is visible and nothing else is answered, the path is checked this often, ms. */
const heartbeatMs = 8_000;
/** A probe that takes longer means that the connection is dead, ms. */
const probeMs = 2_500;
/** The access token is replaced this long before it ends, ms. */
const renewAheadMs = 60_000;
const renewRetryMs = 10_000;

/** Watches a live connection. */
export interface KeepAlive {
  /** `exp`: end of the access token, server time. */
  start(exp: number): void;
  stop(): void;
  probe(): void;
}

interface Watched {
  link: LinkControl;
  time: ServerTime;
  isVisible(): boolean;
  close(why: string): void;
  /** A question stayed without an answer: the connection is to be closed. */
  silent(): void;
}

/** Makes the watch. A connection can die without a word; only an unanswered question shows it. */
export function keepAlive(ctx: EngineContext, { link, time, isVisible, close, silent }: Watched): KeepAlive {
  const { clock, session } = ctx.ports;
  let cancels: (() => void)[] = [];
  let isProbing = false;

  const probeNow = async (): Promise<void> => {
    if (isProbing || !link.isLive()) return;
    isProbing = true;
    const askedAt = clock.elapsed();
    let isOpen = true;
    const cancel = ctx.after(probeMs, () => {
      isOpen = false;
      silent();
    });
    try {
      const ack = await link.request('heartbeat', {});
      if (ack.ok && isOpen) time.sample(ack.data.t, askedAt, clock.elapsed());
    } finally {
      cancel();
      isProbing = false;
    }
  };
  const probe = (): void => ctx.spawn('probe', probeNow);
  const beat = (): void => {
    const leftMs = heartbeatMs - (clock.elapsed() - link.lastAnswer());
    if (leftMs <= 0 && isVisible()) probe();
    // From the last answer on, not from the last beat: that one's own answer would put off the next to the one after.
    plan(leftMs > 0 ? leftMs : heartbeatMs, beat);
  };
  const renew = async (): Promise<void> => {
    const token = await session.token({ fresh: true });
    if (!link.isLive()) return;
    if (!token.ok) {
      if (token.code === 'REVOKED' || token.code === 'UNAUTH') close(token.code);
      else plan(token.retry ?? renewRetryMs, () => ctx.spawn('renew', renew));
      return;
    }
    const ack = await link.request('auth.renew', { token: token.data.token });
    if (ack.ok) planRenewal(ack.data.exp);
    else if (link.isLive()) plan(ack.retry ?? renewRetryMs, () => ctx.spawn('renew', renew));
  };
  const planRenewal = (exp: number): void => {
    plan(Math.max(renewRetryMs, exp - time.now() - renewAheadMs), () => ctx.spawn('renew', renew));
  };
  const plan = (ms: number, work: () => void): void => void cancels.push(ctx.after(ms, work));
  return {
    start(exp) {
      planRenewal(exp);
      plan(heartbeatMs, beat);
      // The first answer over the live path also gives the first good estimate of the server's clock.
      probe();
    },
    stop() {
      for (const cancel of cancels) cancel();
      cancels = [];
      isProbing = false;
    },
    probe,
  };
}
