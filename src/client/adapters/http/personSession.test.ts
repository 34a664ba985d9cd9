import { describe, expect, it } from 'vitest';
import { deferred } from '#base/deferred.ts';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import { toDeviceId, toUserId } from '#protocol/casts.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { Locks } from '#sync/ports.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { personSession } from './personSession.ts';

const minute = 60_000;
/** A grant for `life` ms; the server's clock is a year away from the device's. */
const grantFor = (token: string, life = 10 * minute, id = 7): SessionGrant => {
  const t = 31_536_000_000;
  return {
    account: { id: toUserId(id), handle: 'ana', name: 'Ana', pv: 1, admin: false },
    deviceId: toDeviceId('d'),
    token,
    t,
    exp: t + life,
  };
};

function open(answers: Ack<SessionGrant>[], grant?: SessionGrant) {
  const clock = fakeClock();
  const held: string[] = [];
  const ended: ErrorCode[] = [];
  let asked = 0;
  let gate = deferred();
  gate.resolve();
  const locks: Locks = {
    hold: async (name, work) => {
      held.push(name);
      await work(new Promise(() => undefined));
    },
  };
  const session = personSession({
    userId: toUserId(7),
    deviceId: toDeviceId('d'),
    ...(grant ? { grant } : {}),
    client: {
      refresh: async () => {
        asked += 1;
        await gate.promise;
        return answers.shift() ?? { ok: false, code: 'UNAVAILABLE' };
      },
    },
    locks,
    clock,
    onGrant: () => undefined,
    onEnded: (code) => ended.push(code),
  });
  return {
    session,
    clock,
    held,
    ended,
    asked: () => asked,
    block: () => (gate = deferred()),
    unblock: () => gate.resolve(),
  };
}

describe('personSession', () => {
  it('uses the token of the log-in until a minute before its end, then renews under the lock of all tabs', async () => {
    const { session, clock, asked, held } = open([{ ok: true, data: grantFor('second') }], grantFor('first'));
    await clock.advance(9 * minute - 1);
    expect(await session.token()).toMatchObject({ ok: true, data: { token: 'first' } });
    expect(session.tokenAtHand?.()).toBe('first');
    expect(asked()).toBe(0);
    await clock.advance(2);
    expect(session.tokenAtHand?.()).toBeUndefined();
    expect(await session.token()).toMatchObject({ ok: true, data: { token: 'second' } });
    expect(held).toEqual(['refresh:7']);
  });

  it('shares one renewal between callers', async () => {
    const { session, asked, block, unblock } = open([{ ok: true, data: grantFor('one') }]);
    block();
    const both = Promise.all([session.token(), session.token()]);
    unblock();
    expect((await both).map((answer) => answer.ok)).toEqual([true, true]);
    expect(asked()).toBe(1);
  });

  it('asks again when a fresh token is wanted', async () => {
    const { session, asked } = open([{ ok: true, data: grantFor('new') }], grantFor('old'));
    expect(await session.token({ fresh: true })).toMatchObject({ data: { token: 'new' } });
    expect(asked()).toBe(1);
  });

  it.each(['UNAVAILABLE', 'TIMEOUT', 'BUSY', 'RATE', 'INTERNAL'] as const)(
    'does not end the session on %s',
    async (code) => {
      const { session, ended } = open([
        { ok: false, code },
        { ok: true, data: grantFor('later') },
      ]);
      expect(await session.token()).toEqual({ ok: false, code });
      expect(ended).toEqual([]);
      expect(await session.token()).toMatchObject({ ok: true });
    },
  );

  it.each(['UNAUTH', 'REVOKED'] as const)('ends on %s, says so once and never asks again', async (code) => {
    const { session, ended, asked } = open([
      { ok: false, code },
      { ok: true, data: grantFor('ghost') },
    ]);
    expect(await session.token()).toEqual({ ok: false, code });
    expect(await session.token({ fresh: true })).toEqual({ ok: false, code });
    expect(session.tokenAtHand?.()).toBeUndefined();
    expect(ended).toEqual([code]);
    expect(asked()).toBe(1);
  });

  it('ends when the cookie belongs to somebody else by now', async () => {
    const { session, ended } = open([{ ok: true, data: grantFor('foreign', 10 * minute, 8) }]);
    expect(await session.token()).toEqual({ ok: false, code: 'UNAUTH' });
    expect(ended).toEqual(['UNAUTH']);
  });
});
