import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, createAccountWorld, newOp, type AccountWorld } from '#testing/accountWorld.ts';
import { sessionMs } from './grantSession.ts';
import { logOut } from './logOut.ts';
import { refreshSession } from './refreshSession.ts';

let world: AccountWorld;
beforeEach(async () => {
  world = await createAccountWorld();
});
afterEach(() => world.storage.close());
const refresh = (cookie: string | undefined) => refreshSession(world.context, world.tools, cookie);

describe('refresh tokens', () => {
  it('survive any sequence of lost answers and double requests, and an old one always ends the session', async () => {
    let people = 0;
    const step = fc.constantFrom('heard', 'lost', 'twice');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(20), async (steps, pick) => {
        const start = await world.signUp(`person${people++}`);
        const { deviceId } = start.grant;
        let held = start.refreshToken;
        // Tokens whose successor has been used; the newest of the chain is the last one.
        const history: string[] = [held];
        for (const kind of steps) {
          const first = await refresh(held);
          expect(first.grant.deviceId).toBe(deviceId);
          if (kind === 'twice') expect((await refresh(held)).refreshToken).toBe(first.refreshToken);
          // Lost: the browser still has the old one and shows it again at the next step.
          if (kind === 'lost') continue;
          held = first.refreshToken;
          history.push(held);
        }
        // All but the last two of the tokens that were ever held are old: their successor was used.
        const last = await refresh(held);
        const old = history.slice(0, -1);
        const stolen = old[pick % Math.max(1, old.length)];
        if (stolen === undefined) return;
        expect(await codeOf(refresh(stolen))).toBe('REVOKED');
        expect(world.revoked).toContain(deviceId);
        expect(await codeOf(refresh(last.refreshToken))).toBe('REVOKED');
      }),
      { numRuns: 60 },
    );
  });

  it('do not let a guess end a session', async () => {
    const start = await world.signUp('ana');
    const [session, secret = '', seal = ''] = start.refreshToken.split('.');
    const forged = [
      undefined,
      '',
      'x',
      `${session}.${secret}.${seal.slice(1)}A`,
      `${session}.AAAA.${seal}`,
      `${session}.${secret}`,
    ];
    for (const cookie of forged) expect(await codeOf(refresh(cookie))).toBe('UNAUTH');
    expect((await refresh(start.refreshToken)).grant.account.handle).toBe('ana');
  });

  it('keep a session alive while it is used and end it after its time', async () => {
    let { refreshToken } = await world.signUp('ana');
    for (let round = 0; round < 3; round += 1) {
      world.clock.ms += sessionMs - 1;
      ({ refreshToken } = await refresh(refreshToken));
    }
    world.clock.ms += sessionMs;
    expect(await codeOf(refresh(refreshToken))).toBe('REVOKED');
  });

  it('are over after a logout, also when it is asked for with the one before', async () => {
    const start = await world.signUp('ana');
    const next = await refresh(start.refreshToken);
    await logOut(world.context, world.tools, start.refreshToken);
    expect(world.revoked).toEqual([start.grant.deviceId]);
    expect(await codeOf(refresh(next.refreshToken))).toBe('REVOKED');
    await logOut(world.context, world.tools, next.refreshToken);
    await logOut(world.context, world.tools, 'nonsense');
  });

  it('are over after a remote logout', async () => {
    const start = await world.signUp('ana');
    await world.run(start, 'device.revoke', { id: start.grant.deviceId, op: newOp() });
    expect(await codeOf(refresh(start.refreshToken))).toBe('REVOKED');
  });
});
