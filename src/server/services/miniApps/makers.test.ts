import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { appState, versionState } from '#protocol/entities/appStates.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toAppId } from '#protocol/casts.ts';
import { pictureOf } from '#domain/faceId.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { codeOf } from '#testing/accountWorld.ts';
import { makeAdmin, manifestOf, newAppId, publishNew, publishNext, submitNew, uploadIcon } from '#testing/appPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

interface Scene {
  world: ChatWorld;
  /** makes apps, runs the installation, makes other apps, only uses them */
  maker: UserId;
  admin: UserId;
  other: UserId;
  eva: UserId;
  /** what everybody was told of apps */
  told: [AppId, number][];
}

const audit = readUnit((tx, { actor }: { actor: UserId }) =>
  tx.sql<{ action: string; target_id: number; detail: string }>(
    'SELECT action, target_id, detail FROM audit_log WHERE actor_id = ? ORDER BY at, id',
    [actor],
  ),
);
const addBundle = writeUnit(async (tx, at: { id: string; app: AppId; files: Record<string, number> }) => {
  await tx.sql('INSERT INTO app_bundles (id, app_id, files, bytes, created_at) VALUES (?, ?, ?, 1, ?)', [
    at.id,
    at.app,
    JSON.stringify(at.files),
    tx.now,
  ]);
});
const countRows = readUnit(async (tx, { app, table }: { app: AppId; table: string }) => {
  const [row] = await tx.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE app_id = ?`, [app]);
  return row?.n;
});
const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest());

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  async function start(): Promise<Scene> {
    const world = await make();
    const names = ['maker', 'admin', 'other', 'eva'] as const;
    const [maker, admin, other, eva] = (await Promise.all(names.map((name) => world.person(name)))) as [
      UserId,
      UserId,
      UserId,
      UserId,
    ];
    await makeAdmin(world, admin);
    const told: Scene['told'] = [];
    vi.spyOn(world.nodes[0]!.live, 'publishApp').mockImplementation((app, st) => void told.push([app, st]));
    return { world, maker, admin, other, eva, told };
  }
  const made = async ({ world, maker }: Scene, app: AppId) =>
    (await world.ask(maker, 'maker.list', {})).apps.find(({ id }) => id === app);
  const cards = async ({ world }: Scene, user: UserId, app: AppId) =>
    (await world.ask(user, 'app.get', { ids: [app] })).apps;

  describe('an app of a maker', () => {
    it('has an id of its own, and a secret that is shown once, by which its server is known', async () => {
      const scene = await start();
      const { world, maker, other } = scene;
      const [app, op] = [newAppId(), newOp()];
      const created = await world.ask(maker, 'maker.create', { app, op });
      expect(created.app).toMatchObject({ id: app, st: appState.draft, people: 0, testers: [], versions: [] });
      expect(created.token).toMatch(new RegExp(`^${created.app.bot}:[A-Za-z0-9_-]{35}$`));
      // The answer may have been lost.
      expect(await world.ask(maker, 'maker.create', { app, op })).toEqual(created);
      const key = (token: string) => world.storage.run('readAppKey', { bot: created.app.bot, hash: hashOf(token) });
      expect(await key(created.token)).toEqual({ app, owner: maker, state: appState.draft });
      expect(await key(`${created.app.bot}:x`)).toBeNull();
      const next = newOp();
      const { token } = await world.ask(maker, 'maker.secret', { app, op: next });
      expect(token).not.toBe(created.token);
      expect([await key(created.token), await key(token)]).toMatchObject([null, { app }]);
      expect(await world.ask(maker, 'maker.secret', { app, op: next })).toEqual({ token });
      expect(await codeOf(world.ask(other, 'maker.secret', { app, op: newOp() }))).toBe('NOT_FOUND');
      for (const taken of [app, toAppId('login'), toAppId('xn-x')])
        expect(await codeOf(world.ask(other, 'maker.create', { app: taken, op: newOp() }))).toBe('NAME_TAKEN');
      await world.close();
    });

    it('is one of so many, and its id is not given away again when it is removed', async () => {
      const scene = await start();
      const { world, maker, other, told } = scene;
      const ids = Array.from({ length: limits.appsMax }, () => newAppId());
      for (const app of ids) await world.ask(maker, 'maker.create', { app, op: newOp() });
      expect(await codeOf(world.ask(maker, 'maker.create', { app: newAppId(), op: newOp() }))).toBe('FULL');
      const app = ids[0] as AppId;
      expect(await codeOf(world.ask(other, 'maker.remove', { app, op: newOp() }))).toBe('NOT_FOUND');
      const op = newOp();
      await world.ask(maker, 'maker.remove', { app, op });
      await world.ask(maker, 'maker.remove', { app, op });
      expect(told).toEqual([[app, appState.removed]]);
      expect(await codeOf(world.ask(maker, 'maker.remove', { app, op: newOp() }))).toBe('NOT_FOUND');
      expect(await codeOf(world.ask(maker, 'maker.create', { app, op: newOp() }))).toBe('NAME_TAKEN');
      await world.ask(maker, 'maker.create', { app: newAppId(), op: newOp() });
      await world.close();
    });

    it('has one draft at a time, which nobody changes while it waits for a reviewer', async () => {
      const scene = await start();
      const { world, maker, other } = scene;
      const { app } = await submitNew(world, maker);
      const save = (view: 'full' | 'compact', user = maker) =>
        world.ask(user, 'maker.save', { app, manifest: manifestOf({ view }), op: newOp() });
      const submit = (on: boolean) => world.ask(maker, 'maker.submit', { app, on, op: newOp() });
      expect(await codeOf(save('full'))).toBe('FORBIDDEN');
      expect(await codeOf(save('full', other))).toBe('NOT_FOUND');
      expect(await codeOf(submit(true))).toBe('NOT_FOUND');
      expect((await submit(false)).app.versions).toMatchObject([{ n: 1, st: versionState.draft }]);
      expect(await codeOf(submit(false))).toBe('NOT_FOUND');
      expect((await save('compact')).app.versions).toMatchObject([{ n: 1, manifest: { view: 'compact' } }]);
      expect((await submit(true)).app.versions).toMatchObject([{ n: 1, st: versionState.review }]);
      expect((await made(scene, app))?.versions[0]?.preview).toMatch(
        new RegExp(`^${app}--1-[0-9a-f]{20}\\.localhost$`),
      );
      await world.close();
    });

    it('does not come from the messenger, from behind its walls, or from files nobody uploaded for it', async () => {
      const scene = await start();
      const { world, maker, other } = scene;
      const [app, foreign] = [newAppId(), newAppId()];
      await world.ask(maker, 'maker.create', { app, op: newOp() });
      await world.ask(other, 'maker.create', { app: foreign, op: newOp() });
      const save = (source: ReturnType<typeof manifestOf>['source']) =>
        codeOf(world.ask(maker, 'maker.save', { app, manifest: manifestOf({ source }), op: newOp() }));
      for (const url of ['http://localhost:8787/', 'http://10.0.0.1/', 'https://a:b@shop.example.com/'])
        expect(await save({ kind: 'upstream', url })).toBe('BAD');
      const [mine, others] = [crypto.randomUUID(), crypto.randomUUID()];
      await world.storage.runUnit(addBundle, { id: mine, app, files: { 'index.html': 10 } });
      await world.storage.runUnit(addBundle, { id: others, app: foreign, files: { 'index.html': 10 } });
      const of = (bundle: string, entry = 'index.html') => save({ kind: 'bundle', bundle, entry });
      expect([await of(others), await of(crypto.randomUUID()), await of(mine, 'other.html')]).toEqual([
        'BAD',
        'BAD',
        'BAD',
      ]);
      expect(await of(mine, 'constructor')).toBe('BAD');
      expect(await of(mine)).toBeUndefined();
      await world.close();
    });

    it('shows an icon that its maker has uploaded for it, to everybody, as long as a version has it', async () => {
      const scene = await start();
      const { world, maker, other, eva } = scene;
      const [one, two, foreign] = [
        await uploadIcon(world, maker),
        await uploadIcon(world, maker),
        await uploadIcon(world, other),
      ];
      const app = newAppId();
      await world.ask(maker, 'maker.create', { app, op: newOp() });
      const save = (icon: string) =>
        codeOf(world.ask(maker, 'maker.save', { app, manifest: manifestOf({ icon }), op: newOp() }));
      const seen = async (icon: string) =>
        (await world.storage.run('listVisibleMedia', { me: eva, ids: [pictureOf(icon)!] })).length;
      expect(await save(foreign)).toBe('NOT_FOUND');
      expect([await seen(one), await save(one), await save(one), await seen(one)]).toEqual([
        0,
        undefined,
        undefined,
        1,
      ]);
      expect([await save(two), await seen(one), await seen(two)]).toEqual([undefined, 0, 1]);
      expect(await save(one)).toBe('NOT_FOUND');
      await world.ask(maker, 'maker.remove', { app, op: newOp() });
      expect(await seen(two)).toBe(0);
      await world.close();
    });

    it('is opened early by people its maker names', async () => {
      const scene = await start();
      const { world, maker, eva, other } = scene;
      const { app } = await submitNew(world, maker);
      const set = (handles: string[]) => world.ask(maker, 'maker.testers', { app, handles, op: newOp() });
      await expect(set([`eva${eva}`, 'nobody_of_this_name'])).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'nobody_of_this_name',
      });
      expect(await cards(scene, eva, app)).toEqual([]);
      expect((await set([`eva${eva}`, `maker${maker}`])).app.testers).toEqual([
        { id: eva, handle: `eva${eva}`, name: 'eva' },
      ]);
      expect(await cards(scene, eva, app)).toMatchObject([{ id: app, st: appState.draft, by: 'maker' }]);
      expect(await cards(scene, other, app)).toEqual([]);
      const open = (user: UserId, n?: number) =>
        world.ask(user, 'app.launch', { app, op: newOp(), ...(n === undefined ? {} : { n }) });
      const opened = await open(eva);
      expect(opened).toMatchObject({ v: 1, origin: expect.stringContaining(`${app}--1-`) });
      expect(opened.app.host).toBe(new URL(opened.origin).host);
      expect([await codeOf(open(other)), await codeOf(open(eva, 2))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
      await set([]);
      expect([await codeOf(open(eva)), await cards(scene, eva, app)]).toEqual(['NOT_FOUND', []]);
      await world.close();
    });

    it('keeps as many versions as there is room for, and always the one that people get', async () => {
      const scene = await start();
      const { world, maker, admin } = scene;
      const { app } = await publishNew(world, maker, admin);
      for (let n = 2; n <= 4; n += 1) {
        await world.ask(maker, 'maker.save', { app, manifest: manifestOf(), op: newOp() });
        await world.ask(maker, 'maker.submit', { app, on: true, op: newOp() });
        await world.ask(admin, 'review.decide', { app, n, ok: n === 4, op: newOp() });
      }
      for (let n = 5; n <= limits.appVersionsMax + 3; n += 1)
        await publishNext(world, { maker, admin, app, n }, manifestOf());
      // What was declined went first, then what was approved longest ago.
      await world.ask(maker, 'maker.use', { app, n: 4, op: newOp() });
      await world.ask(maker, 'maker.save', { app, manifest: manifestOf(), op: newOp() });
      const numbers = (await made(scene, app))?.versions.map(({ n }) => n) ?? [];
      const newest = limits.appVersionsMax + 4;
      const kept = Array.from({ length: limits.appVersionsMax - 1 }, (_, index) => newest - index);
      expect(numbers).toEqual([...kept, 4]);
      await world.close();
    });
  });

  describe('the review', () => {
    it('is for administrators of the installation, as long as they are', async () => {
      const scene = await start();
      const { world, maker, admin } = scene;
      const { app } = await submitNew(world, maker);
      const op = newOp();
      const tries = (user: UserId) => [
        codeOf(world.ask(user, 'review.list', {})),
        codeOf(world.ask(user, 'review.decide', { app, n: 1, ok: true, op })),
        codeOf(world.ask(user, 'review.close', { app, on: true, op: newOp() })),
        codeOf(world.ask(user, 'review.settle', { app, op: newOp() })),
      ];
      for (const asked of tries(maker)) expect(await asked).toBe('FORBIDDEN');
      await makeAdmin(world, admin, false);
      for (const asked of tries(admin)) expect(await asked).toBe('FORBIDDEN');
      expect(await made(scene, app)).toMatchObject({ st: appState.draft });
      await world.close();
    });

    it('brings a version to people, the newest word of its maker or an earlier one, and puts that on record', async () => {
      const scene = await start();
      const { world, maker, admin, eva, told } = scene;
      const { app } = await submitNew(world, maker);
      const waiting = async () =>
        (await world.ask(admin, 'review.list', {})).waiting.filter((item) => item.app.id === app);
      const [item] = await waiting();
      expect(item).toMatchObject({ app: { by: 'maker' }, version: { n: 1, st: versionState.review } });
      expect(item).not.toHaveProperty('live');
      const decide = (n: number, ok: boolean, op = newOp()) =>
        world.ask(admin, 'review.decide', { app, n, ok, op, note: 'a\0 note' });
      const op = newOp();
      await decide(1, true, op);
      await decide(1, true, op);
      expect(await codeOf(decide(1, true))).toBe('GONE');
      expect(await codeOf(decide(9, true))).toBe('NOT_FOUND');
      expect(told).toEqual([[app, appState.live]]);
      expect(await cards(scene, eva, app)).toMatchObject([{ st: appState.live }]);
      await world.ask(maker, 'maker.save', { app, manifest: manifestOf({ category: 'games' }), op: newOp() });
      await world.ask(maker, 'maker.submit', { app, on: true, op: newOp() });
      expect(await waiting()).toMatchObject([
        { version: { manifest: { category: 'games' } }, live: { category: 'around' } },
      ]);
      await decide(2, false);
      expect(await made(scene, app)).toMatchObject({
        live: 1,
        versions: [{ n: 2, st: versionState.declined, note: 'a  note' }, { n: 1 }],
      });
      const useIt = (n: number) => codeOf(world.ask(maker, 'maker.use', { app, n, op: newOp() }));
      expect([await useIt(2), await useIt(7)]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
      await publishNext(world, { maker, admin, app, n: 3 }, manifestOf({ category: 'tools' }));
      expect(await cards(scene, eva, app)).toMatchObject([{ category: 'tools' }]);
      expect(await useIt(1)).toBeUndefined();
      expect(await cards(scene, eva, app)).toMatchObject([{ category: 'around' }]);
      expect(told.map(([, st]) => st)).toEqual([appState.live, appState.live, appState.live]);
      const lines = (await world.storage.runUnit(audit, { actor: admin })).filter(({ detail }) => detail.includes(app));
      expect(lines.map(({ action }) => action).toSorted()).toEqual(['app.approve', 'app.approve', 'app.decline']);
      expect(lines.map(({ detail }) => detail)).toContain(JSON.stringify({ app, n: 1 }));
      expect(lines.every(({ target_id: target }) => target === maker)).toBe(true);
      await world.close();
    });

    it('is done once when two decide at the same moment', async () => {
      const { world, maker, admin, other, told } = await start();
      await makeAdmin(world, other);
      const { app } = await submitNew(world, maker);
      const both = [admin, other].map((user) =>
        codeOf(world.begin(user, 'review.decide', { app, n: 1, ok: true, op: newOp() })),
      );
      await world.drive(both);
      expect((await Promise.all(both)).map(String).toSorted()).toEqual(['GONE', 'undefined']);
      expect(told).toEqual([[app, appState.live]]);
      await world.close();
    });

    it('closes an app for everybody at once, whatever its maker does, and opens it again', async () => {
      const scene = await start();
      const { world, maker, admin, eva, other, told } = scene;
      const { app } = await publishNew(world, maker, admin);
      const open = (user: UserId, n?: number) =>
        codeOf(world.ask(user, 'app.launch', { app, op: newOp(), ...(n === undefined ? {} : { n }) }));
      const listed = async () => (await world.ask(other, 'app.list', { q: app })).apps.map(({ id }) => id);
      expect([await open(eva), await listed()]).toEqual([undefined, [app]]);
      await world.ask(eva, 'app.report', { app, reason: 'deceives', note: 'It asks for money', op: newOp() });
      await world.ask(eva, 'app.report', { app, reason: 'harmful', op: newOp() });
      const reported = async () =>
        (await world.ask(admin, 'review.list', {})).reports.filter((item) => item.app.id === app);
      expect(await reported()).toMatchObject([{ reports: [{ reason: 'harmful' }] }]);
      expect(JSON.stringify(await reported())).not.toContain(String(eva));
      await world.ask(admin, 'review.close', { app, on: true, note: 'It asks for money', op: newOp() });
      expect(told.at(-1)).toEqual([app, appState.closed]);
      expect([await open(eva), await open(maker, 1), await open(admin), await open(admin, 1)]).toEqual([
        'FORBIDDEN',
        'FORBIDDEN',
        'FORBIDDEN',
        undefined,
      ]);
      expect([await listed(), await reported()]).toEqual([[], []]);
      expect(await cards(scene, eva, app)).toMatchObject([{ st: appState.closed }]);
      expect(await cards(scene, other, app)).toEqual([]);
      expect(await made(scene, app)).toMatchObject({ st: appState.closed, note: 'It asks for money' });
      expect((await world.ask(admin, 'review.list', {})).closed.filter((item) => item.app.id === app)).toMatchObject([
        { note: 'It asks for money' },
      ]);
      await publishNext(world, { maker, admin, app, n: 2 }, manifestOf());
      await world.ask(maker, 'maker.use', { app, n: 1, op: newOp() });
      expect([await open(eva), await listed()]).toEqual(['FORBIDDEN', []]);
      await world.ask(admin, 'review.close', { app, on: false, op: newOp() });
      expect([await open(eva), await listed(), told.at(-1)]).toEqual([undefined, [app], [app, appState.live]]);
      await world.ask(maker, 'maker.remove', { app, op: newOp() });
      expect(await codeOf(world.ask(admin, 'review.close', { app, on: true, op: newOp() }))).toBe('NOT_FOUND');
      expect([await open(eva), await open(maker, 1), await listed()]).toEqual(['GONE', 'GONE', []]);
      expect(await cards(scene, eva, app)).toMatchObject([{ st: appState.removed }]);
      expect(await world.storage.runUnit(countRows, { app, table: 'app_launches' })).toBe(0);
      await world.close();
    });

    it('sets reports aside where nothing was wrong', async () => {
      const { world, maker, admin, eva } = await start();
      const { app } = await publishNew(world, maker, admin);
      const report = () => world.ask(eva, 'app.report', { app, reason: 'broken', op: newOp() });
      const count = async () =>
        (await world.ask(admin, 'review.list', {})).reports.filter((item) => item.app.id === app).length;
      await report();
      expect(await count()).toBe(1);
      await world.ask(admin, 'review.settle', { app, op: newOp() });
      expect(await count()).toBe(0);
      await report();
      expect(await count()).toBe(1);
      expect(await codeOf(world.ask(eva, 'app.report', { app: newAppId(), reason: 'other', op: newOp() }))).toBe(
        'NOT_FOUND',
      );
      await world.close();
    });
  });
}

describe('makers and reviewers on SQLite', () => defineSuite(createChatWorld));

describePostgres('makers and reviewers on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 1 }),
  ),
);
