import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loneEpoch } from '#protocol/loneEpoch.ts';
import { codeOf, createAccountWorld, newOp, type AccountWorld } from '#testing/accountWorld.ts';
import type { AccessClaims } from './accessTokens.ts';
import type { GrantedSession } from './grantSession.ts';
import { createPasswords } from './passwords.ts';
import { createSessionGuard, type SessionGuard } from './sessionGuard.ts';

let world: AccountWorld;
let guard: SessionGuard;
let ana: GrantedSession;
let claims: AccessClaims;
let reads: number;
beforeEach(async () => {
  world = await createAccountWorld();
  reads = 0;
  const counted = {
    ...world.storage,
    run: ((name: 'checkSession', input: never) => {
      if (name === 'checkSession') reads += 1;
      return world.storage.run(name, input);
    }) as typeof world.storage.run,
  };
  guard = createSessionGuard(counted, world.context.now);
  ana = await world.signUp('ana');
  claims = await world.tools.accessTokens.verify(ana.grant.token);
});
afterEach(() => world.storage.close());
const revoke = () => world.run(ana, 'device.revoke', { id: ana.grant.deviceId, op: newOp() });

describe('the session guard', () => {
  it('asks the database at most every ten seconds, and each time when told to', async () => {
    for (let n = 0; n < 50; n += 1) await guard.check(claims, undefined);
    expect(reads).toBe(1);
    world.clock.ms += 10_000;
    await guard.check(claims, undefined);
    expect(reads).toBe(2);
    await guard.check(claims, undefined, { fresh: true });
    expect(reads).toBe(3);
  });

  it('does not believe an answer for longer because the clock was set back', async () => {
    await guard.check(claims, undefined);
    await revoke();
    world.clock.ms -= 3_600_000;
    expect(await codeOf(guard.check(claims, undefined))).toBe('REVOKED');
  });

  it('notices a logout at once here and within ten seconds elsewhere', async () => {
    await guard.check(claims, undefined);
    await revoke();
    expect(await codeOf(guard.check(claims, undefined))).toBeUndefined();
    expect(await codeOf(guard.check(claims, undefined, { fresh: true }))).toBe('REVOKED');
    await guard.check(claims, undefined).catch(() => undefined);
    guard.forget([ana.grant.deviceId]);
    expect(await codeOf(guard.check(claims, undefined))).toBe('REVOKED');
  });

  it('does not remember an answer that was on its way while somebody was logged out', async () => {
    const check = guard.check(claims, undefined);
    guard.forget([ana.grant.deviceId]);
    await check;
    await revoke();
    expect(await codeOf(guard.check(claims, undefined))).toBe('REVOKED');
  });

  it('lets the newest engine in and fences older ones, whatever came in between', async () => {
    await guard.enter(claims, 3);
    await guard.enter(claims, 3);
    expect(await codeOf(guard.enter(claims, 2))).toBe('FENCED');
    expect(await codeOf(guard.check(claims, 2))).toBe('FENCED');
    await guard.check(claims, 3);
    // A tab asks without an epoch; it is no engine.
    await guard.check(claims, undefined);
    await guard.enter(claims, 10);
    expect(await codeOf(guard.check(claims, 3))).toBe('FENCED');
    const races = await Promise.all([11, 14, 12, 13].map((epoch) => codeOf(guard.enter(claims, epoch))));
    expect(races[1]).toBeUndefined();
    expect(await codeOf(guard.check(claims, 13))).toBe('FENCED');
    await guard.check(claims, 14);
  });

  it('lets an engine that stands alone in beside all others, and fences nobody for it', async () => {
    await guard.enter(claims, 5);
    await guard.enter(claims, loneEpoch);
    await guard.check(claims, loneEpoch);
    await guard.check(claims, 5);
    expect(await codeOf(guard.check(claims, 4))).toBe('FENCED');
    await revoke();
    expect(await codeOf(guard.enter(claims, loneEpoch))).toBe('REVOKED');
  });

  it('refuses a token whose session is not the device’s', async () => {
    expect(await codeOf(guard.check({ ...claims, sessionId: crypto.randomUUID() }, undefined))).toBe('REVOKED');
    await guard.check(claims, undefined);
    expect(await codeOf(guard.check({ ...claims, sessionId: crypto.randomUUID() }, undefined))).toBe('REVOKED');
  });
});

describe('password hashing', () => {
  it('runs a few at a time and answers BUSY when too many wait', async () => {
    let running = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const argon = {
      hash: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((done) => release.push(done));
        running -= 1;
        return 'h';
      },
      verify: () => Promise.resolve(true),
    };
    const passwords = createPasswords({ memoryKiB: 8, passes: 1 }, argon);
    const codes = Array.from({ length: 300 }, () => codeOf(passwords.hash('x')));
    let settled = 0;
    void Promise.all(codes.map((code) => code.then(() => (settled += 1))));
    while (settled < 300) {
      release.splice(0).forEach((done) => done());
      await new Promise((resume) => setImmediate(resume));
    }
    const refused = (await Promise.all(codes)).filter((code) => code === 'BUSY').length;
    expect(most).toBeLessThanOrEqual(64);
    expect(refused).toBe(300 - 100 - most);
    expect(running).toBe(0);
  });
});
