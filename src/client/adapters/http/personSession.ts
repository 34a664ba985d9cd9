import type { Ack, ErrorCode } from '#protocol/errors.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { Clock, Locks, Session } from '#sync/ports.ts';
import type { SessionClient } from './sessionClient.ts';

/** A token is renewed when less than this is left of it, ms. */
const marginMs = 60_000;

/** What a person's session needs. `grant`: of the login that has just happened, if any. */
export interface PersonSessionOptions {
  userId: UserId;
  deviceId: DeviceId;
  grant?: SessionGrant;
  client: Pick<SessionClient, 'refresh'>;
  locks: Locks;
  clock: Clock;
  /** after every fresh grant: the account card may have changed */
  onGrant(grant: SessionGrant): void;
  /** REVOKED: the server has ended this session. UNAUTH: there is none any more, because its cookie is lost or somebody else's */
  onEnded(code: 'REVOKED' | 'UNAUTH'): void;
}

/** A token in memory. `goodUntil` in {@link Clock.elapsed} time: the device's clock may be wrong. */
interface Held {
  token: string;
  exp: number;
  goodUntil: number;
}

/**
 * Access tokens of one person, in memory only. A renewal runs under the Web Lock `refresh:<uid>`, because it replaces the cookie that all tabs share; calls
 * at the same time share one renewal. Only the server's word (UNAUTH, REVOKED, or a cookie of somebody else) ends the session; no network and
 * 5xx never do.
 */
export function personSession(options: PersonSessionOptions): Session {
  const { clock } = options;
  let held = options.grant ? hold(options.grant, clock) : undefined;
  let running: Promise<Ack<Held>> | undefined;
  let ended: ErrorCode | undefined;

  const renew = async (): Promise<Ack<Held>> => {
    let answer: Ack<SessionGrant> = { ok: false, code: 'UNAVAILABLE' };
    await options.locks.hold(`refresh:${options.userId}`, async () => {
      answer = await options.client.refresh();
    });
    return settle(answer);
  };
  const settle = (answer: Ack<SessionGrant>): Ack<Held> => {
    const code = answer.ok ? (answer.data.account.id === options.userId ? undefined : 'UNAUTH') : answer.code;
    if (answer.ok && code === undefined) {
      held = hold(answer.data, clock);
      options.onGrant(answer.data);
      return { ok: true, data: held };
    }
    if (code === 'UNAUTH' || code === 'REVOKED') {
      held = undefined;
      ended = code;
      options.onEnded(code);
      return { ok: false, code };
    }
    return answer.ok ? { ok: false, code: 'INTERNAL' } : answer;
  };
  const atHand = (): Held | undefined => (!ended && held && clock.elapsed() < held.goodUntil ? held : undefined);
  return {
    userId: options.userId,
    deviceId: options.deviceId,
    tokenAtHand: () => atHand()?.token,
    token: async ({ fresh = false } = {}) => {
      if (ended) return { ok: false, code: ended };
      const good = fresh ? undefined : atHand();
      if (good) return { ok: true, data: good };
      running ??= renew().finally(() => (running = undefined));
      return running;
    },
  };
}

/** The server's own two times give the life of the token, whatever the clock of this device says. */
function hold(grant: SessionGrant, clock: Clock): Held {
  return { token: grant.token, exp: grant.exp, goodUntil: clock.elapsed() + (grant.exp - grant.t) - marginMs };
}
