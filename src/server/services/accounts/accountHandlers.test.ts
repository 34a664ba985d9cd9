import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import { createDatabase } from '#testing/postgres/createDatabase.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import {
  codeOf,
  createAccountWorld,
  newOp,
  worldPassword,
  worldVisitor,
  type AccountWorld,
} from '#testing/accountWorld.ts';
import type { GrantedSession } from './grantSession.ts';
import { enterAs, logIn } from './logIn.ts';

/** The same behaviour over every database. */
function accountSuite(withWorld: (test: (world: AccountWorld) => Promise<void>) => () => Promise<void>): void {
  const another = (world: AccountWorld, who: GrantedSession) =>
    enterAs(world.context, world.tools, worldVisitor, who.grant.account.id, 'Phone');

  it(
    'changes the account once per operation and raises the profile version only for a difference',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const op = newOp();
      const first = await world.run(ana, 'account.update', { name: 'Ana P', av: 'c3', op });
      expect(first.account).toMatchObject({ name: 'Ana P', av: 'c3', pv: 2 });
      await world.run(ana, 'account.update', { name: 'Other', status: 'hi', op: newOp() });
      // The late repeat must not undo what came between.
      expect(await world.run(ana, 'account.update', { name: 'Ana P', av: 'c3', op })).toEqual(first);
      const { account } = await world.run(ana, 'account.get', {});
      expect(account).toMatchObject({ name: 'Other', status: 'hi', av: 'c3', pv: 3 });
      await world.run(ana, 'account.update', { name: 'Other', op: newOp() });
      expect((await world.run(ana, 'account.update', { status: null, av: null, op: newOp() })).account).toEqual({
        id: account.id,
        handle: 'ana',
        name: 'Other',
        pv: 4,
        admin: false,
      });
    }),
  );

  it(
    'refuses an operation id that was used for another request',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const op = newOp();
      await world.run(ana, 'pref.set', { key: 'theme', val: '"dark"', op });
      expect(await codeOf(world.run(ana, 'account.update', { name: 'x', op }))).toBe('BAD');
      expect(await codeOf(world.run(ana, 'device.revoke', { others: true, op }))).toBe('BAD');
    }),
  );

  it(
    'changes the password, logs the others out, and answers a repeat although the old password is wrong by then',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const phone = await another(world, ana);
      const op = newOp();
      const next = 'a much better one';
      expect(await codeOf(world.run(ana, 'account.password', { current: 'wrong', next, op: newOp() }))).toBe(
        'WRONG_LOGIN',
      );
      expect(
        await codeOf(world.run(ana, 'account.password', { current: worldPassword, next: '1234567890', op: newOp() })),
      ).toBe('WEAK_PASSWORD');
      expect(await world.run(ana, 'account.password', { current: worldPassword, next, op })).toEqual({ revoked: 1 });
      expect(world.revoked).toEqual([phone.grant.deviceId]);
      expect(await world.run(ana, 'account.password', { current: worldPassword, next, op })).toEqual({ revoked: 1 });
      const enter = (password: string) => logIn(world.context, world.tools, worldVisitor, { handle: 'ana', password });
      expect(await codeOf(enter(worldPassword))).toBe('WRONG_LOGIN');
      expect(await codeOf(enter(next))).toBeUndefined();
    }),
  );

  it(
    'lists and logs out my devices and nobody else’s',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const budi = await world.signUp('budi');
      world.clock.ms += 1_000;
      const phone = await another(world, ana);
      const { items } = await world.run(ana, 'device.list', {});
      expect(items.map((item) => [item.id, item.current, item.name])).toEqual([
        [phone.grant.deviceId, false, 'Phone'],
        [ana.grant.deviceId, true, 'Browser'],
      ]);
      expect(await codeOf(world.run(ana, 'device.revoke', { id: budi.grant.deviceId, op: newOp() }))).toBe('NOT_FOUND');
      expect(await codeOf(world.run(ana, 'device.revoke', { op: newOp() }))).toBe('BAD');
      const op = newOp();
      expect(await world.run(ana, 'device.revoke', { others: true, op })).toEqual({ revoked: 1 });
      const later = await another(world, ana);
      expect(await world.run(ana, 'device.revoke', { others: true, op })).toEqual({ revoked: 1 });
      expect(world.revoked).toEqual([phone.grant.deviceId]);
      const left = await world.run(ana, 'device.list', {});
      expect(left.items.map((item) => item.id)).toContain(later.grant.deviceId);
      expect(left.items).toHaveLength(2);
    }),
  );

  it(
    'keeps relations one-sided, numbered and visible to their owner only',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const budi = await world.signUp('budi');
      const [anaId, budiId] = [ana.grant.account.id, budi.grant.account.id];
      expect((await world.run(ana, 'users.get', { ids: [budiId, anaId] })).items.map((card) => card.id)).toEqual([
        anaId,
      ]);
      const op = newOp();
      const set = { user: budiId, state: 1, alias: ' Bud ', op };
      const first = await world.run(ana, 'contact.set', set);
      expect(first).toMatchObject({
        u: 1,
        contact: { u: budiId, st: 1, alias: 'Bud', urev: 1, card: { handle: 'budi' } },
      });
      expect((await world.run(budi, 'contact.requests', {})).items.map((card) => card.id)).toEqual([anaId]);
      // Both may know each other's card now: one has a friend, the other one a request.
      expect((await world.run(ana, 'users.get', { ids: [budiId] })).items).toHaveLength(1);
      expect((await world.run(budi, 'users.get', { ids: [anaId] })).items).toHaveLength(1);
      const blocked = await world.run(ana, 'contact.set', { user: budiId, state: 3, op: newOp() });
      expect(blocked).toMatchObject({ u: 2, contact: { st: 3, alias: 'Bud' } });
      expect(await world.run(ana, 'contact.set', set)).toEqual(first);
      expect((await world.run(budi, 'contact.requests', {})).items).toEqual([]);
      expect((await world.run(budi, 'users.get', { ids: [anaId] })).items).toEqual([]);
      expect((await world.run(ana, 'contact.set', { user: budiId, state: 0, alias: '', op: newOp() })).contact).toEqual(
        {
          u: budiId,
          st: 0,
          urev: 3,
          card: expect.anything(),
        },
      );
      expect(world.told).toEqual([anaId, anaId, anaId]);
      expect(await codeOf(world.run(ana, 'contact.set', { user: anaId, state: 1, op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(world.run(ana, 'contact.set', { user: 12_345 as never, state: 1, op: newOp() }))).toBe(
        'NOT_FOUND',
      );
    }),
  );

  it(
    'shows requests of people whom I have neither added, hidden nor blocked, newest first',
    withWorld(async (world) => {
      const me = await world.signUp('me1');
      const names = ['one', 'two', 'three', 'four'];
      for (const name of names) {
        world.clock.ms += 1;
        await world.run(await world.signUp(name), 'contact.set', { user: me.grant.account.id, state: 1, op: newOp() });
      }
      const shown = async () => (await world.run(me, 'contact.requests', {})).items.map((card) => card.handle);
      expect(await shown()).toEqual(['four', 'three', 'two', 'one']);
      for (const [n, name] of ['one', 'two', 'three'].entries()) {
        const { user } = await world.run(me, 'user.find', { handle: name });
        await world.run(me, 'contact.set', { user: user.id, state: n + 1, op: newOp() });
      }
      expect(await shown()).toEqual(['four']);
    }),
  );

  it(
    'numbers settings and contacts on one line',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      expect(await world.run(ana, 'pref.set', { key: 'theme', val: '"dark"', op: newOp() })).toEqual({ u: 1 });
      expect(await world.run(ana, 'pref.set', { key: 'theme', val: '"light"', op: newOp() })).toEqual({ u: 2 });
      expect(await codeOf(world.run(ana, 'pref.set', { key: 'theme', val: '{', op: newOp() }))).toBe('BAD');
      for (let n = 0; n < 1_299; n += 1) await world.run(ana, 'pref.set', { key: `k${n}`, val: '1', op: newOp() });
      expect(await codeOf(world.run(ana, 'pref.set', { key: 'onemore', val: '1', op: newOp() }))).toBe('BAD');
      expect(await world.run(ana, 'pref.set', { key: 'k5', val: '2', op: newOp() })).toEqual({ u: 1_302 });
    }),
  );

  it(
    'does the same operation once although it arrives many times at once',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const op = newOp();
      const tries = await Promise.allSettled(
        Array.from({ length: 6 }, () => world.run(ana, 'pref.set', { key: 'a', val: '1', op })),
      );
      const values = tries.filter((result) => result.status === 'fulfilled').map((result) => result.value);
      expect(values.length).toBeGreaterThan(0);
      expect(new Set(values.map((value) => value.u))).toEqual(new Set([1]));
      for (const result of tries)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'UNAVAILABLE' });
      expect(await world.run(ana, 'pref.set', { key: 'b', val: '1', op: newOp() })).toEqual({ u: 2 });
    }),
  );

  it(
    'clears away sessions and stored answers whose time is over, and nothing else',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const op = newOp();
      await world.run(ana, 'pref.set', { key: 'a', val: '1', op });
      const start = world.clock.ms;
      world.clock.ms += 10;
      const phone = await another(world, ana);
      await world.run(ana, 'pref.set', { key: 'b', val: '1', op: newOp() });
      expect(await world.storage.run('cleanOps', { before: start + 1, limit: 10 })).toBe(1);
      expect(await world.storage.run('cleanOps', { before: start + 1, limit: 10 })).toBe(0);
      // Forgotten: it is done again.
      expect(await world.run(ana, 'pref.set', { key: 'a', val: '1', op })).toEqual({ u: 3 });
      world.clock.ms = ana.grant.t + 90 * 86_400_000;
      expect(await world.storage.run('expireSessions', { limit: 10 })).toBe(1);
      expect((await world.run(phone, 'device.list', {})).items.map((item) => item.id)).toEqual([phone.grant.deviceId]);
    }),
  );

  it(
    'makes an administrator and writes it down',
    withWorld(async (world) => {
      const ana = await world.signUp('ana');
      const grant = (handle: string, isAdmin: boolean) =>
        world.storage.run('grantAdmin', { auditId: crypto.randomUUID(), handle, isAdmin, by: 'test' });
      expect(await grant('nobody', true)).toBe(false);
      expect(await grant('ana', true)).toBe(true);
      expect((await world.run(ana, 'account.get', {})).account.admin).toBe(true);
      expect(await grant('ana', false)).toBe(true);
      expect((await world.run(ana, 'account.get', {})).account.admin).toBe(false);
    }),
  );
}

describe('accounts on SQLite', () => {
  accountSuite((test) => async () => {
    const world = await createAccountWorld();
    try {
      await test(world);
    } finally {
      await world.storage.close();
    }
  });
});

describe('accounts on SQLite in its worker threads', () => {
  it('speaks the same language across the threads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kabar-test-'));
    const world = await createAccountWorld(() => openStorage({ kind: 'sqlite', path: join(folder, 'kabar.db') }));
    try {
      const ana = await world.signUp('ana');
      await world.run(ana, 'account.update', { name: 'Ana P', op: newOp() });
      expect(await codeOf(world.signUp('ana'))).toBe('HANDLE_TAKEN');
      expect((await world.run(ana, 'account.get', {})).account.name).toBe('Ana P');
    } finally {
      await world.storage.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describePostgres('accounts on PostgreSQL', (getUrl) => {
  accountSuite((test) => async () => {
    const url = await createDatabase(getUrl());
    const world = await createAccountWorld((now) => openStorage({ kind: 'postgres', url, now }));
    try {
      await test(world);
    } finally {
      await world.storage.close();
    }
  });
});
