import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appState } from '#protocol/entities/appStates.ts';
import { toAppId, toUserId } from '#protocol/casts.ts';
import { parseConfig } from '#server/config.ts';
import { main, type RunningServer } from '#server/main.ts';
import { toAppKeys } from '#server/storage/units/miniApps/toAppKeys.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { silentLog } from '#server/transport/log.ts';
import { addTestApp, testManifest } from '#testing/gateway/addTestApp.ts';
import { askHost } from '#testing/gateway/askHost.ts';
import { startFirstParty } from './startFirstParty.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kabar-first-'));
  for (const name of ['queue', 'deals', 'gift']) {
    mkdirSync(join(folder, 'pages', name), { recursive: true });
    writeFileSync(join(folder, 'pages', name, 'index.html'), `<!doctype html><title>${name}</title>`);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openFile = () => openSqliteLocal(join(folder, 'kabar.db'));
const start = async (): Promise<RunningServer> => {
  const config = parseConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder });
  const storage = await openFile();
  return startFirstParty(config, (own) => main(own, { log: silentLog, client: { kind: 'none' }, storage }), {
    pages: join(folder, 'pages'),
    log: silentLog,
    say: () => undefined,
  });
};

const readApps = readUnit(async (tx) =>
  tx.sql<{ id: string; state: number; n: number; hash: Uint8Array; owner: number; manifest: string; versions: number }>(
    `SELECT a.id, a.state, a.live_n AS n, a.token_hash AS hash, a.owner_id AS owner, v.manifest,
      (SELECT count(*) FROM app_versions w WHERE w.app_id = a.id) AS versions
      FROM apps a JOIN app_versions v ON v.app_id = a.id AND v.n = a.live_n ORDER BY a.id`,
    [],
  ),
);
/** What the registry knows, read while nobody runs. */
async function apps() {
  const storage = await openFile();
  const rows = await storage.runUnit(readApps, undefined);
  await storage.close();
  return rows;
}
const closeApp = writeUnit(async (tx, app: string) => {
  await tx.sql('UPDATE apps SET state = ? WHERE id = ?', [appState.closed, app]);
});
const inFolder = (app: string, name: string) => join(folder, 'first-party', app, name);

describe('our own mini-apps', () => {
  it('run beside the messenger, behind its gateway, and are known by a token that only the owner reads', async () => {
    const running = await start();
    for (const name of ['queue', 'deals', 'gift']) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await askHost(running.port, `${name}.localhost`, '/');
      expect(page.status).toBe(200);
      expect(page.body).toContain(`<title>${name}</title>`);
      expect(page.headers['content-security-policy']).toContain('frame-ancestors');
      expect(statSync(inFolder(name, 'token')).mode & 0o777).toBe(0o600);
      expect(statSync(inFolder(name, 'staff-codes.json')).mode & 0o777).toBe(0o600);
    }
    await running.close();
    const rows = await apps();
    expect(rows.map(({ id, state, n }) => [id, state, n])).toEqual([
      ['deals', appState.live, 1],
      ['gift', appState.live, 1],
      ['queue', appState.live, 1],
    ]);
    for (const { id, hash } of rows)
      expect(hash).toEqual(toAppKeys(readFileSync(inFolder(id, 'token'), 'utf8').trim()).hash);
  });

  it('start again as what they were, and one that was closed stays closed', async () => {
    await (await start()).close();
    const before = await apps();
    const storage = await openFile();
    await storage.runUnit(closeApp, 'deals');
    await storage.close();
    const running = await start();
    expect((await askHost(running.port, 'deals.localhost', '/')).status).toBe(410);
    await running.close();
    const after = await apps();
    expect(after.map(({ id, owner, hash }) => ({ id, owner, hash }))).toEqual(
      before.map(({ id, owner, hash }) => ({ id, owner, hash })),
    );
    expect(after.map(({ versions }) => versions)).toEqual([1, 1, 1]);
    expect(after[0]?.state).toBe(appState.closed);
  });

  it('have an icon, which stays the same one until its drawing changes, and comes back when the database has lost it', async () => {
    const iconOf = async () =>
      JSON.parse((await apps()).find(({ id }) => id === 'queue')?.manifest ?? '{}').icon as string;
    await (await start()).close();
    const first = await iconOf();
    expect(first).toMatch(/^m:/);
    await (await start()).close();
    expect(await iconOf()).toBe(first);
    writeFileSync(inFolder('queue', 'icon'), `${first} another-drawing`);
    await (await start()).close();
    const second = await iconOf();
    expect(second).not.toBe(first);
    rmSync(join(folder, 'kabar.db'));
    for (const rest of ['-wal', '-shm']) rmSync(join(folder, `kabar.db${rest}`), { force: true });
    await (await start()).close();
    expect(await iconOf()).not.toBe(second);
  });

  it('get a version of their own when the port is another one, and keep at most the last', async () => {
    await (await start()).close();
    const blocker = createServer();
    for (let count = 0; count < 2; count += 1) {
      const port = Number(readFileSync(inFolder('queue', 'port'), 'utf8'));
      blocker.listen(port, '127.0.0.1');
      // oxlint-disable-next-line no-await-in-loop -- one start after the other
      await once(blocker, 'listening');
      // oxlint-disable-next-line no-await-in-loop
      await (await start()).close();
      blocker.close();
      // oxlint-disable-next-line no-await-in-loop
      await once(blocker, 'close');
    }
    const queue = (await apps()).find(({ id }) => id === 'queue');
    expect([queue?.n, queue?.versions]).toEqual([3, 2]);
    const port = readFileSync(inFolder('queue', 'port'), 'utf8').trim();
    expect(JSON.parse(queue?.manifest ?? '{}')).toMatchObject({ source: { url: `http://127.0.0.1:${port}/` } });
  });

  it('leave out one whose id somebody else has, and take no account of a person', async () => {
    const storage = await openFile();
    await storage.run('installApp', {
      app: toAppId('other-app'),
      owner: toUserId(77),
      handle: 'kabar.apps',
      name: 'Somebody',
      bot: 1_234_567_890,
      secret: 'x'.repeat(35),
      manifest: testManifest({ kind: 'upstream', url: 'https://example.org/' }),
    });
    await addTestApp(storage, {
      id: 'gift',
      owner: 77,
      versions: [testManifest({ kind: 'upstream', url: 'https://example.org/' })],
    });
    await storage.close();
    await (await start()).close();
    const rows = await apps();
    expect(rows.filter(({ owner }) => owner === 77).map(({ id }) => id)).toEqual(['gift', 'other-app']);
    expect(new Set(rows.map(({ owner }) => owner)).size).toBe(2);
  });
});
