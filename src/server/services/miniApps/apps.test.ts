import { createHmac, createPublicKey, verify } from 'node:crypto';
import { validate as validateByTelegramApps } from '@telegram-apps/init-data-node';
import { parse, validate as validateByTma } from '@tma.js/init-data-node';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { grantState, type AppScope } from '#protocol/entities/appScopes.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId, ChatId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { codeOf } from '#testing/accountWorld.ts';
import { makeAdmin, manifestOf, newAppId, publishNew, publishNext } from '#testing/appPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { noApps } from '#testing/noApps.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

interface Scene {
  world: ChatWorld;
  maker: UserId;
  admin: UserId;
  eva: UserId;
  ben: UserId;
  app: AppId;
  token: string;
  bot: number;
}
const dayMs = 86_400_000;
const face = 'm:AAAAAAAAAAAAAAAAAAAAAA';

const setFace = writeUnit(async (tx, { user }: { user: UserId }) => {
  await tx.sql('UPDATE users SET avatar = ? WHERE id = ?', [face, user]);
});
const readRows = readUnit((tx, { app, table }: { app: AppId; table: string }) =>
  tx.sql<Record<string, unknown>>(`SELECT * FROM ${table} WHERE app_id = ?`, [app]),
);
const addLines = writeUnit(async (tx, at: { app: AppId; user: UserId; count: number }) => {
  for (let n = 0; n < at.count; n += 1)
    await tx.sql("INSERT INTO app_log (id, app_id, user_id, at, what, detail) VALUES (?, ?, ?, ?, 'location', '{}')", [
      tx.ids.id(),
      at.app,
      at.user,
      tx.now - 100_000 - n,
    ]);
});

/** Init data taken apart. */
const fieldsOf = (data: string): Record<string, string> => Object.fromEntries(new URLSearchParams(data));
const userOf = (data: string) => JSON.parse(fieldsOf(data)['user'] ?? '{}') as Record<string, unknown>;
const linesOf = (fields: Record<string, string>, without: readonly string[]): string =>
  Object.keys(fields)
    .filter((key) => !without.includes(key))
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((key) => `${key}=${fields[key]}`)
    .join('\n');
/** What an SDK says of it: the name of its complaint, or nothing. Times of the world are not today's. */
function complaintsOf(data: string, token: string): unknown[] {
  const says = (check: () => void) => {
    try {
      check();
      return undefined;
    } catch (error) {
      return (error as Error).name;
    }
  };
  return [
    says(() => validateByTma(data, token, { expiresIn: 0 })),
    says(() => validateByTelegramApps(data, token, { expiresIn: 0 })),
  ];
}

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  async function start(scopes: readonly AppScope[] = [], more: Partial<AppManifest> = {}): Promise<Scene> {
    const world = await make();
    const [maker, admin, eva, ben] = (await Promise.all(
      ['maker', 'admin', 'eva', 'ben'].map((name) => world.person(name)),
    )) as [UserId, UserId, UserId, UserId];
    await makeAdmin(world, admin);
    return { world, maker, admin, eva, ben, ...(await publishNew(world, maker, admin, manifestOf(more, scopes))) };
  }
  const open = ({ world, app }: Scene, user: UserId, more: Partial<RequestInput<'app.launch'>> = {}) =>
    world.ask(user, 'app.launch', { app, op: newOp(), ...more });
  const answer = ({ world, app }: Scene, user: UserId, scope: AppScope, allow: boolean) =>
    world.ask(user, 'app.answer', { app, scope, allow, op: newOp() });
  const note = ({ world, app }: Scene, user: UserId, scope: AppScope, n?: number) =>
    codeOf(world.ask(user, 'app.note', { app, scope, op: newOp(), ...(n === undefined ? {} : { n }) }));
  const call = async ({ world, app }: Scene, user: UserId, method: string, params: unknown = {}) =>
    (await world.ask(user, 'app.method', { app, method, params, op: newOp() })).result;
  const passport = ({ world, app }: Scene, user: UserId) => world.ask(user, 'app.passport', { app });

  describe('an opening', () => {
    it('is signed so that servers of the app know it, and nobody else’s do', async () => {
      const scene = await start(['profile', 'write'], { connect: ['*'] });
      const { world, eva, token, bot, maker, admin, app } = scene;
      const opened = await open(scene, eva, { start: 'table_7', lang: 'ja' });
      expect(opened).toMatchObject({
        ...{ v: 1, first: 1, any: 1, view: 'tall', links: ['example.org'], grants: [] },
        origin: `http://${app}.localhost`,
        app: { id: app, by: 'maker', host: `${app}.localhost`, people: 1, names: { en: 'Queue ticket' } },
      });
      // Whoever looks at what it knows is told as well where that may go.
      expect((await passport(scene, eva)).any).toBe(1);
      expect(opened.url).toBe(
        `http://${app}.localhost/__mini/relay?to=${encodeURIComponent('/start/page?shop=7&tgWebAppStartParam=table_7')}`,
      );
      expect(opened.ask.map(({ scope }) => scope)).toEqual(['profile', 'write']);
      expect(complaintsOf(opened.data, token)).toEqual([undefined, undefined]);
      expect(parse(opened.data)).toMatchObject({
        start_param: 'table_7',
        query_id: opened.q,
        user: { first_name: 'Guest' },
      });
      const other = await publishNew(world, maker, admin);
      const wrong = ['SignatureInvalidError', 'SignatureInvalidError'];
      expect(complaintsOf(opened.data, other.token)).toEqual(wrong);
      for (const [from, to] of [
        ['Guest', 'Ghost'],
        ['table_7', 'table_8'],
        ['signature=', 'signature=A'],
      ] as const)
        expect(complaintsOf(opened.data.replace(from, to), token)).toEqual(wrong);
      expect(complaintsOf(`${opened.data}&can_send_after=1`, token)).toEqual(wrong);
      // The clock of the world is long past.
      expect(() => validateByTma(opened.data, token)).toThrow(/expired/i);
      const fields = fieldsOf(opened.data);
      const x = Buffer.from(noApps.seals.publicKey, 'hex').toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      const text = Buffer.from(`${bot}:WebAppData\n${linesOf(fields, ['hash', 'signature'])}`);
      expect(verify(null, text, key, Buffer.from(fields['signature'] ?? '', 'base64url'))).toBe(true);
      const next = (await world.ask(maker, 'maker.secret', { app, op: newOp() })).token;
      const again = await open(scene, eva);
      expect([complaintsOf(again.data, token), complaintsOf(again.data, next)]).toEqual([
        wrong,
        [undefined, undefined],
      ]);
      await world.close();
    });

    it('tells who somebody is only after he allowed it, and not any more when he took it back', async () => {
      const scene = await start(['profile', 'write']);
      const { world, eva } = scene;
      await world.storage.runUnit(setFace, { user: eva });
      const told = async () => userOf((await open(scene, eva, { lang: 'zh-TW' })).data);
      const guest = { id: expect.any(Number), first_name: 'Guest', last_name: '' };
      expect(await told()).toEqual(guest);
      await answer(scene, eva, 'profile', true);
      await answer(scene, eva, 'write', true);
      expect(await told()).toEqual({
        ...guest,
        first_name: 'eva',
        language_code: 'zh-hant',
        allows_write_to_pm: true,
        photo_url: expect.stringContaining(`http://${scene.app}.localhost/__mini/face/${face.slice(2)}?`),
      });
      expect((await passport(scene, eva)).log.map(({ what }) => what)).toContain('profile');
      await answer(scene, eva, 'profile', false);
      await answer(scene, eva, 'write', false);
      expect(await told()).toEqual(guest);
      expect((await open(scene, eva)).data).not.toContain(String(eva));
      await world.close();
    });

    it('names a person alike to all apps of one maker, and otherwise to every other', async () => {
      const scene = await start();
      const { world, eva, ben, maker, admin } = scene;
      const second = await publishNew(world, maker, admin);
      const foreign = await publishNew(world, ben, admin);
      const idAt = async (app: AppId, user: UserId) => userOf((await open({ ...scene, app }, user)).data)['id'];
      const mine = await idAt(scene.app, eva);
      expect(mine).toBeGreaterThan(0);
      expect(Number(mine)).toBeLessThan(2 ** 48);
      expect([await idAt(scene.app, eva), await idAt(second.app, eva)]).toEqual([mine, mine]);
      expect(new Set([mine, await idAt(foreign.app, eva), await idAt(scene.app, ben), eva]).size).toBe(4);
      await world.close();
    });

    it('is one when it is asked for twice, and two at the same moment make one person', async () => {
      const scene = await start();
      const { world, app, eva } = scene;
      const both = [newOp(), newOp()].map((op) => world.begin(eva, 'app.launch', { app, op }));
      await world.drive(both);
      const [one, other] = await Promise.all(both);
      expect(userOf(one!.data)['id']).toBe(userOf(other!.data)['id']);
      expect(one?.q).not.toBe(other?.q);
      expect([one?.first, other?.first].filter(Boolean)).toEqual([1]);
      const op = newOp();
      const opened = await open(scene, eva, { op, start: 'x' });
      await world.wait(5_000);
      await answer(scene, eva, 'storage', true).catch(() => undefined);
      expect(await open(scene, eva, { op, start: 'x' })).toEqual(opened);
      expect(opened.app.people).toBe(1);
      expect(await world.storage.runUnit(readRows, { app, table: 'app_launches' })).toHaveLength(3);
      expect((await passport(scene, eva)).log.map(({ what }) => what)).toEqual(['opened']);
      await world.close();
    });

    it('from a chat tells its kind and a name of its own for it, to members alone', async () => {
      const scene = await start();
      const { world, eva, ben, maker, admin } = scene;
      const group = { kind: chatKind.group, title: 'Lunch', users: [ben] };
      const { c } = (await world.ask(eva, 'chat.create', { i: newOp(), ...group })).chat.h;
      const input = { op: newOp(), title: 'Place', nn: 'Owl', set: { join: 1 } } as const;
      const place = (await world.ask(eva, 'community.create', input)).chat.h.c;
      const { room } = await world.ask(eva, 'room.create', { c: place, title: 'Room', op: newOp() });
      const from = async (user: UserId, at: ChatId, app = scene.app) =>
        fieldsOf((await open({ ...scene, app }, user, { c: at })).data);
      const [mine, bens] = [await from(eva, c), await from(ben, c)];
      expect(mine).toMatchObject({ chat_type: 'group', chat_instance: expect.stringMatching(/^-?\d+$/) });
      expect(bens['chat_instance']).toBe(mine['chat_instance']);
      expect((await from(eva, room))['chat_type']).toBe('supergroup');
      const foreign = await publishNew(world, ben, admin);
      expect((await from(eva, c, foreign.app))['chat_instance']).not.toBe(mine['chat_instance']);
      for (const at of [c, place, room, toChatId(4_503_599_627_370_497)])
        expect(await codeOf(from(maker, at))).toBe('NOT_MEMBER');
      expect(JSON.stringify(mine)).not.toContain(String(c));
      await world.close();
    });

    it('of a version that is not live is for its maker, testers and administrators', async () => {
      const scene = await start(['camera']);
      const { world, app, maker, admin, eva } = scene;
      const manifest = manifestOf({ source: { kind: 'upstream', url: 'https://next.example.net//odd' } }, ['location']);
      await world.ask(maker, 'maker.save', { app, manifest, op: newOp() });
      expect(await codeOf(open(scene, eva, { n: 2 }))).toBe('FORBIDDEN');
      expect(await codeOf(open(scene, maker, { n: 3 }))).toBe('NOT_FOUND');
      for (const user of [maker, admin]) {
        const opened = await open(scene, user, { n: 2 });
        expect(opened).toMatchObject({ v: 2, ask: [{ scope: 'location' }] });
        expect(opened.url).toBe(`http://${noApps.seals.previewLabel(app, 2)}.localhost/__mini/relay?to=%2Fodd`);
        // What it asks for is what the version says that was opened last.
        expect(await codeOf(answer({ ...scene }, user, 'camera', true))).toBe('FORBIDDEN');
        await answer(scene, user, 'location', true);
      }
      expect(await open(scene, maker, { n: 1 })).toMatchObject({ v: 1, origin: `http://${app}.localhost` });
      expect(await codeOf(world.ask(eva, 'app.launch', { app: newAppId(), op: newOp() }))).toBe('NOT_FOUND');
      await world.close();
    });
  });

  describe('what a person allows', () => {
    it('is what the app said it would ask for, and holds until he takes it back', async () => {
      const scene = await start(['location', 'share', 'clipboard']);
      const { world, app, eva } = scene;
      expect(await codeOf(answer(scene, eva, 'location', true))).toBe('NOT_FOUND');
      await open(scene, eva);
      expect(await codeOf(answer(scene, eva, 'camera', true))).toBe('FORBIDDEN');
      expect([await note(scene, eva, 'location'), await note(scene, eva, 'share', 3)]).toEqual([
        'FORBIDDEN',
        undefined,
      ]);
      const op = newOp();
      const yes = { app, scope: 'location', allow: true, op } as const;
      const { grant } = await world.ask(eva, 'app.answer', yes);
      expect(grant).toEqual({ scope: 'location', st: grantState.allowed, at: expect.any(Number) });
      expect(await note(scene, eva, 'location')).toBeUndefined();
      await answer(scene, eva, 'location', false);
      // A late repeat of the yes does not undo the no.
      expect(await world.ask(eva, 'app.answer', yes)).toEqual({ grant });
      expect(await note(scene, eva, 'location')).toBe('FORBIDDEN');
      await answer(scene, eva, 'share', false);
      expect([await note(scene, eva, 'share'), await note(scene, eva, 'profile')]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      await answer(scene, eva, 'clipboard', false);
      const { log, grants, asked, yes: allowed, ask } = await passport(scene, eva);
      expect([asked, allowed, ask.length]).toEqual([3, 1, 3]);
      expect(grants.map(({ scope, st }) => [scope, st])).toEqual([
        ['clipboard', grantState.denied],
        ['location', grantState.denied],
        ['share', grantState.denied],
      ]);
      expect(log.map(({ what, scope, n }) => [what, scope ?? n ?? ''].join(' ').trim()).toSorted()).toEqual([
        ...['allowed location', 'denied clipboard', 'denied share', 'location', 'opened'],
        ...['revoked location', 'shared 3'],
      ]);
      await world.close();
    });

    it('can be taken back from an app that is closed, or that asks for it no more, and given to neither', async () => {
      const scene = await start(['location', 'write']);
      const { world, app, eva, admin, maker } = scene;
      await open(scene, eva);
      await answer(scene, eva, 'location', true);
      await answer(scene, eva, 'write', true);
      await publishNext(world, { maker, admin, app, n: 2 }, manifestOf({}, ['write']));
      await open(scene, eva);
      expect(await note(scene, eva, 'location')).toBe('FORBIDDEN');
      expect((await answer(scene, eva, 'location', false)).grant.st).toBe(grantState.denied);
      expect(await codeOf(answer(scene, eva, 'location', true))).toBe('FORBIDDEN');
      await world.ask(admin, 'review.close', { app, on: true, op: newOp() });
      expect((await answer(scene, eva, 'write', false)).grant.st).toBe(grantState.denied);
      expect(await codeOf(answer(scene, eva, 'write', true))).toBe('FORBIDDEN');
      expect((await passport(scene, eva)).app.st).toBe(2);
      await world.close();
    });

    it('is forgotten with everything else when he wants that', async () => {
      const scene = await start(['profile', 'storage']);
      const { world, app, eva, ben } = scene;
      const before = userOf((await open(scene, eva)).data)['id'];
      await open(scene, ben);
      await answer(scene, eva, 'profile', true);
      await call(scene, eva, 'saveStorageValue', { key: 'a', value: '1' });
      await call(scene, ben, 'saveStorageValue', { key: 'a', value: 'ben' });
      const op = newOp();
      await world.ask(eva, 'app.forget', { app, op });
      await world.ask(eva, 'app.forget', { app, op });
      expect(await codeOf(passport(scene, eva))).toBe('NOT_FOUND');
      expect(await codeOf(world.ask(eva, 'app.forget', { app, op: newOp() }))).toBe('NOT_FOUND');
      expect((await world.ask(eva, 'app.recent', {})).apps).toEqual([]);
      for (const table of ['app_uses', 'app_grants', 'app_values', 'app_log', 'app_launches'])
        expect(
          (await world.storage.runUnit(readRows, { app, table })).filter((row) => row['user_id'] === eva),
          table,
        ).toEqual([]);
      const opened = await open(scene, eva);
      expect(opened).toMatchObject({ first: 1, grants: [], app: { people: 2 } });
      expect(userOf(opened.data)).toMatchObject({ first_name: 'Guest' });
      expect(userOf(opened.data)['id']).not.toBe(before);
      expect(await call(scene, eva, 'getStorageKeys')).toEqual([]);
      expect(await call(scene, ben, 'getStorageValues', { keys: ['a'] })).toEqual({ a: 'ben' });
      await world.close();
    });
  });

  describe('custom methods', () => {
    it('keep values for one person and app, until that is denied', async () => {
      const scene = await start(['storage']);
      const { world, app, eva, ben, maker, admin } = scene;
      expect(await codeOf(call(scene, eva, 'getStorageKeys'))).toBe('NOT_FOUND');
      for (const user of [eva, ben]) await open(scene, user);
      const op = newOp();
      const first = { app, method: 'saveStorageValue', params: { key: 'seat-1', value: 'é' }, op };
      expect(await world.ask(eva, 'app.method', first)).toEqual({ result: true });
      await call(scene, eva, 'saveStorageValue', { key: 'seat-1', value: 'later' });
      expect(await world.ask(eva, 'app.method', first)).toEqual({ result: true });
      await call(scene, eva, 'saveStorageValue', { key: 'B', value: '' });
      expect(await call(scene, eva, 'getStorageKeys', '')).toEqual(['B', 'seat-1']);
      const got = { 'seat-1': 'later', none: '' };
      expect(await call(scene, eva, 'getStorageValues', { keys: ['seat-1', 'none', 'none'] })).toEqual(got);
      expect(await call(scene, eva, 'getStorageValues', { keys: 'seat-1' })).toEqual({ 'seat-1': 'later' });
      expect(await call(scene, ben, 'getStorageValues', { keys: ['seat-1'] })).toEqual({ 'seat-1': '' });
      const other = await publishNew(world, maker, admin, manifestOf({}, ['storage']));
      await open({ ...scene, app: other.app }, eva);
      expect(await call({ ...scene, app: other.app }, eva, 'getStorageKeys')).toEqual([]);
      expect(await call(scene, eva, 'deleteStorageValues', { keys: ['B', 'none'] })).toBe(true);
      expect((await passport(scene, eva)).keys).toBe(1);
      await answer(scene, eva, 'storage', false);
      expect(await codeOf(call(scene, eva, 'getStorageKeys'))).toBe('FORBIDDEN');
      expect((await passport(scene, eva)).keys).toBe(0);
      await answer(scene, eva, 'storage', true);
      expect(await call(scene, eva, 'getStorageKeys')).toEqual([]);
      await world.close();
    });

    it('take what they are made for, and no more than there is room for', async () => {
      const scene = await start(['storage']);
      const { world, app, eva } = scene;
      await open(scene, eva);
      const save = (key: unknown, value: unknown) => codeOf(call(scene, eva, 'saveStorageValue', { key, value }));
      const long = 'x'.repeat(limits.appKeyMax + 1);
      for (const key of ['', 'a b', 'é', long, 7]) expect(await save(key, 'x'), String(key)).toBe('BAD');
      for (const value of [7, undefined, 'a\0b']) expect(await save('k', value)).toBe('BAD');
      expect([await save('k', 'é'.repeat(2_049)), await save('k', 'é'.repeat(2_048))]).toEqual([
        'TOO_LARGE',
        undefined,
      ]);
      for (const method of ['getStorage', 'constructor', '__proto__', ''])
        expect(await codeOf(call(scene, eva, method))).toBe('BAD');
      expect(await codeOf(call(scene, eva, 'getStorageValues', []))).toBe('BAD');
      await world.storage.runUnit(fillValues, { app, user: eva, count: limits.appKeysMax - 1 });
      expect([await save('one-more', 'x'), await save('k', 'still')]).toEqual(['FULL', undefined]);
      const all = await call(scene, eva, 'getStorageKeys');
      expect(all).toHaveLength(limits.appKeysMax);
      expect(Object.keys((await call(scene, eva, 'getStorageValues', { keys: all })) as object)).toHaveLength(1_024);
      await world.close();
    });

    it('hand out the contact shortly after each yes, signed and on record', async () => {
      const scene = await start(['contact']);
      const { world, eva, token, app } = scene;
      const opened = await open(scene, eva);
      const contact = () => call(scene, eva, 'getRequestedContact');
      expect(await codeOf(contact())).toBe('FORBIDDEN');
      await answer(scene, eva, 'contact', true);
      const fields = fieldsOf((await contact()) as string);
      expect(JSON.parse(fields['contact'] ?? '')).toEqual({
        ...{ user_id: userOf(opened.data)['id'], phone_number: '', first_name: 'eva', last_name: '' },
        username: `eva${eva}`,
      });
      const key = createHmac('sha256', 'WebAppData').update(token).digest();
      const hash = createHmac('sha256', key)
        .update(linesOf(fields, ['hash']))
        .digest('hex');
      expect(fields['hash']).toBe(hash);
      expect((await passport(scene, eva)).log.map(({ what }) => what)).toContain('contact');
      await world.wait(11 * 60_000);
      expect(await codeOf(contact())).toBe('FORBIDDEN');
      await answer(scene, eva, 'contact', true);
      const again = { app, method: 'getRequestedContact', params: {}, op: newOp() };
      await world.ask(eva, 'app.method', again);
      await answer(scene, eva, 'contact', false);
      expect(await codeOf(world.ask(eva, 'app.method', again))).toBe('FORBIDDEN');
      await world.close();
    });
  });

  describe('the list of apps', () => {
    it('finds words in any language and of the maker, by category, most used or by name, page by page', async () => {
      const { world, maker, admin, eva, ben } = await start();
      // Databases may be shared: everything here has a word of its own.
      const word = newAppId('w').replaceAll('-', '');
      const add = (en: string, ja: string, category: AppManifest['category']) =>
        publishNew(world, maker, admin, manifestOf({ names: { en, ja }, about: { en: `${word} line` }, category }));
      const b = (await add('Crème 50%', 'ｱﾌﾟﾘ', 'games')).app;
      const a = (await add('Bakery', 'んー', 'shopping')).app;
      for (const user of [eva, ben]) await world.ask(user, 'app.launch', { app: a, op: newOp() });
      const find = async (more: RequestInput<'app.list'>) =>
        (await world.ask(eva, 'app.list', { ...more, q: `${word} ${more.q ?? ''}` })).apps.map(({ id }) => id);
      expect(await find({})).toEqual([a, b]);
      expect(await find({ sort: 'name' })).toEqual([a, b]);
      expect(await find({ sort: 'name', lang: 'ja' })).toEqual([b, a]);
      expect(await find({ cat: 'games' })).toEqual([b]);
      expect(await find({ q: 'creme' })).toEqual([b]);
      expect(await find({ q: 'あぷり MAKER' })).toEqual([b]);
      expect([await find({ q: '50%' }), await find({ q: '5_%' }), await find({ q: '\0' })]).toEqual([[b], [], [a, b]]);
      expect(await find({ after: 1 })).toEqual([b]);
      for (let n = 0; n < limits.appsPage; n += 1)
        await world.storage.runUnit(copyListing, { from: b, to: newAppId(`z${word}`), bot: n, owner: eva });
      const page = await world.ask(eva, 'app.list', { q: word });
      const rest = await world.ask(eva, 'app.list', { q: word, after: limits.appsPage });
      expect([page.apps.length, page.more, rest.apps.length, rest.more]).toEqual([limits.appsPage, 1, 2, undefined]);
      expect(page.apps[0]).toMatchObject({ id: a, people: 2 });
      expect((await world.ask(eva, 'app.recent', {})).apps).toMatchObject([{ app: { id: a }, at: expect.any(Number) }]);
      await world.close();
    });
  });

  describe('the clean-up', () => {
    it('forgets openings after two days and keeps the newest lines', async () => {
      const scene = await start();
      const { world, app, eva } = scene;
      await open(scene, eva);
      await world.storage.runUnit(addLines, { app, user: eva, count: 520 });
      const clean = () => world.storage.run('cleanApps', { limit: 200 });
      await clean();
      const rows = (table: string) => world.storage.runUnit(readRows, { app, table });
      expect([(await rows('app_launches')).length, (await rows('app_log')).length]).toEqual([1, 500]);
      expect((await passport(scene, eva)).log).toHaveLength(100);
      expect((await passport(scene, eva)).log[0]).toMatchObject({ what: 'opened' });
      await world.wait(2 * dayMs + 1_000);
      await clean();
      expect(await rows('app_launches')).toEqual([]);
      await world.close();
    });
  });
}

const fillValues = writeUnit(async (tx, at: { app: AppId; user: UserId; count: number }) => {
  for (let n = 0; n < at.count; n += 1)
    await tx.sql("INSERT INTO app_values (app_id, user_id, key, val) VALUES (?, ?, ?, '')", [at.app, at.user, `v${n}`]);
});
/** One more app in the list, without its whole way through review. */
const copyListing = writeUnit(async (tx, at: { from: AppId; to: AppId; bot: number; owner: UserId }) => {
  await tx.sql(
    `INSERT INTO apps (id, owner_id, bot, state, live_n, token_hash, data_key, created_at)
      SELECT CAST(? AS text), owner_id, bot + CAST(? AS bigint), state, live_n, token_hash, data_key, created_at FROM apps WHERE id = ?`,
    [at.to, 20_000_000_000 + at.bot, at.from],
  );
  for (const table of [
    'app_versions (app_id, n, manifest, state, created_at)',
    'app_listings (app_id, lang, category, name_key, search_text)',
  ]) {
    const [, name = '', first = ''] = /^(\w+) \(app_id, (.*)\)$/.exec(table) ?? [];
    await tx.sql(`INSERT INTO ${table} SELECT CAST(? AS text), ${first} FROM ${name} WHERE app_id = ?`, [
      at.to,
      at.from,
    ]);
  }
});

describe('apps and people on SQLite', () => defineSuite(createChatWorld));

describePostgres('apps and people on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 1 }),
  ),
);
