import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appState } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { codeOf } from '#testing/accountWorld.ts';
import { addTestApp, setAppState, testManifest } from '#testing/gateway/addTestApp.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { openPostgres } from './drivers/postgres.ts';
import { openSqliteLocal } from './drivers/openSqliteLocal.ts';
import type { LocalStorage } from './openedStorage.ts';

const dayMs = 24 * 3_600_000;
const start = 1_700_000_000_000;

/** What every database has to do with apps at their addresses. */
function gatewayContract(open: (now: () => number) => Promise<LocalStorage>): void {
  let storage: LocalStorage;
  let nowMs = start;
  beforeAll(async () => {
    storage = await open(() => nowMs);
  });
  afterAll(() => storage.close());
  const manifest = (bundle: string = randomUUID()) => testManifest({ kind: 'bundle', bundle, entry: 'index.html' });
  const add = async (app: string, owner: number, id: string = randomUUID()) => {
    const files = { 'index.html': 5, 'café.js': 7 };
    await storage.run('addBundle', { id, app: app as AppId, owner: toUserId(owner), files, bytes: 12 });
    return id;
  };

  it('tell which version an address means', async () => {
    const [first, second] = [manifest(), manifest()];
    const app = await addTestApp(storage, { id: 'cafe', live: 2, versions: [first, second] });
    const read = (n?: number) => storage.run('readServing', { app, n });
    expect(await read()).toEqual({ state: appState.live, version: { n: 2, manifest: second } });
    expect(await read(1)).toEqual({ state: appState.live, version: { n: 1, manifest: first } });
    expect(await read(3)).toEqual({ state: appState.live, version: null });
    await setAppState(storage, 'cafe', appState.removed);
    expect(await read()).toMatchObject({ state: appState.removed });
    await addTestApp(storage, { id: 'fresh', state: appState.draft, live: null, versions: [first] });
    expect(await storage.run('readServing', { app: 'fresh' as AppId })).toEqual({
      state: appState.draft,
      version: null,
    });
    expect(await storage.run('readServing', { app: 'nobody' as AppId })).toBeNull();
  });

  it('take uploads from the owner only', async () => {
    await addTestApp(storage, { id: 'own', owner: 7, versions: [] });
    await addTestApp(storage, { id: 'past', owner: 7, state: appState.removed, versions: [] });
    await add('own', 7);
    for (const [app, owner] of [
      ['own', 8],
      ['past', 7],
      ['nobody', 7],
    ] as const)
      expect(await codeOf(add(app, owner))).toBe('NOT_FOUND');
  });

  it('give up uploads that nothing names, and forget them when they are gone', async () => {
    await addTestApp(storage, { id: 'keeps', owner: 9, versions: [] });
    const unused = await add('keeps', 9);
    const named = await add('keeps', 9);
    await addTestApp(storage, { id: 'other', owner: 9, versions: [manifest(unused)] });
    await addTestApp(storage, { id: 'holds', owner: 9, versions: [] });
    const ofGone = await add('holds', 9);
    await setAppState(storage, 'holds', appState.removed);
    await setAppState(storage, 'keeps', appState.live);
    await storage.runUnit(nameBundle, { app: 'keeps', manifest: JSON.stringify(manifest(named)) });
    const list = async () => storage.run('listDeadBundles', { before: nowMs - dayMs, limit: 100 });
    expect(await list()).toEqual([]);
    nowMs += dayMs + 1;
    // Another app's version does not keep it: no app may use what belongs to another.
    const dead = await list();
    expect(dead).toContain(unused);
    expect(dead).toContain(ofGone);
    expect(dead).not.toContain(named);
    // Until they are dropped they are found again, as after an end in the middle.
    expect(await list()).toEqual(dead);
    await storage.run('dropBundles', { ids: [...dead, named] });
    expect(await list()).toEqual([]);
    nowMs += dayMs;
    expect(await list()).toEqual([]);
  });
}

const nameBundle = {
  kind: 'write' as const,
  async run(
    tx: { sql(text: string, params: readonly (string | number)[]): Promise<object[]> },
    { app, manifest }: { app: string; manifest: string },
  ): Promise<null> {
    await tx.sql('INSERT INTO app_versions (app_id, n, manifest, created_at) VALUES (?, 1, ?, ?)', [app, manifest, 1]);
    return null;
  },
};

describe('apps at their addresses, in SQLite', () => gatewayContract((now) => openSqliteLocal(':memory:', { now })));
describePostgres('apps at their addresses, in PostgreSQL', (getUrl) =>
  gatewayContract((now) => openPostgres(getUrl(), { now })),
);
