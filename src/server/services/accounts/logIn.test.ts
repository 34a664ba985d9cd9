import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, createAccountWorld, worldPassword, worldVisitor, type AccountWorld } from '#testing/accountWorld.ts';
import { AppError, toWireError } from '#protocol/errors.ts';
import { logIn } from './logIn.ts';
import { signUp } from './signUp.ts';

let world: AccountWorld;
beforeEach(async () => {
  world = await createAccountWorld();
  await world.signUp('ana');
});
afterEach(() => world.storage.close());
const enter = (handle: string, password: string) =>
  logIn(world.context, world.tools, worldVisitor, { handle, password });

describe('logging in', () => {
  it('works with the handle in any writing and makes a new device', async () => {
    const devices = new Set<string>();
    for (const handle of ['ana', ' ANA ', '@Ana']) {
      const { grant } = await enter(handle, worldPassword);
      expect(grant.account.handle).toBe('ana');
      devices.add(grant.deviceId);
    }
    expect(devices.size).toBe(3);
  });

  it('answers an unknown handle, an impossible one and a wrong password alike, with the same work', async () => {
    // The very first call of a process must not cost more for a handle that does not exist.
    const attempts: [string, string][] = [
      ['nobody', worldPassword],
      ['ana', 'wrong password'],
      ['nobody', worldPassword],
      ['!!', worldPassword],
      ['', ''],
      ['ana', ''],
    ];
    const costs = new Set<string>();
    const answers = new Set<string>();
    for (const [handle, password] of attempts) {
      const before = { ...world.argonCalls };
      const error = await enter(handle, password).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AppError);
      answers.add(JSON.stringify(toWireError(error)));
      costs.add(`${world.argonCalls.verify - before.verify}`);
    }
    expect([...answers]).toEqual([JSON.stringify({ ok: false, code: 'WRONG_LOGIN' })]);
    expect([...costs]).toEqual(['1']);
    // One hash for the account, one for the stand-in of accounts that do not exist.
    expect(world.argonCalls.hash).toBe(2);
  });

  it('is refused for an account that has no password', async () => {
    await world.storage.run('createAccount', {
      userId: 77 as never,
      handle: 'demo',
      name: 'Demo',
      password: null,
      session: {
        deviceId: crypto.randomUUID() as never,
        deviceName: 'x',
        userAgent: null,
        sessionId: crypto.randomUUID(),
        refreshHash: new Uint8Array(32),
        expiresAt: world.clock.ms + 1,
      },
    });
    expect(await codeOf(enter('demo', ''))).toBe('WRONG_LOGIN');
  });
});

describe('signing up', () => {
  const make = (handle: string, password: string) =>
    signUp(world.context, world.tools, worldVisitor, { handle, name: 'x', password });

  it('takes a handle once, also when two ask at the same moment', async () => {
    expect(await codeOf(make('ana', worldPassword))).toBe('HANDLE_TAKEN');
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(make('both', worldPassword))));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'HANDLE_TAKEN')).toHaveLength(2);
  });

  it.each(['1234567890', 'QWERTYUIOP', 'aaaaaaaaaaaa', 'my.handle.x', 'Password123'.toLowerCase()])(
    'refuses the password %s',
    async (password) => {
      expect(await codeOf(make('my.handle.x', password))).toBe('WEAK_PASSWORD');
    },
  );

  it('gives ids that do not follow each other', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 8; n += 1) ids.push((await make(`p${n}x`, worldPassword)).grant.account.id);
    const gaps = ids.slice(1).map((id, n) => Math.abs(id - (ids[n] ?? 0)));
    expect(Math.min(...gaps)).toBeGreaterThan(1_000_000);
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
  });
});
