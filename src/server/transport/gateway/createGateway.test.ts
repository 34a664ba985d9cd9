import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appState } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Ack } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { createAppFaces } from '#server/services/miniApps/appFaces.ts';
import { createAppSeals } from '#server/services/miniApps/appSeals.ts';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { cleanBundles } from '#server/jobs/cleanBundles.ts';
import { diskBundleStore } from '#server/services/miniApps/diskBundleStore.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { addTestApp, setAppState, testManifest } from '#testing/gateway/addTestApp.ts';
import { askHost, type HostRequest } from '#testing/gateway/askHost.ts';
import { packZip, type ZipEntry } from '#testing/gateway/packZip.ts';
import { plainPicture } from '#testing/samplePictures.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { join } from 'node:path';

let server: TestServer;
let storage: LocalStorage;
let ana: TestPerson;
const dayMs = 24 * 3_600_000;
let aheadMs = 0;
const now = () => Date.now() + aheadMs;

beforeAll(async () => {
  storage = await openSqliteLocal(':memory:', { now });
  const scripts = { get: (name: string) => Promise.resolve(name === 'sdk' ? undefined : Buffer.from(`/* ${name} */`)) };
  server = await startTestServer({ storage, now, gateway: { scripts } });
  ana = await server.person('ana');
});
afterAll(() => server.close());

const ask = (label: string, path: string, options: HostRequest = {}) =>
  askHost(server.port, `${label}.localhost`, path, options);
const secret = () => loadTokenKey(join(server.dataDir, 'token.key'));
const previewLabel = (app: string, n: number) => createAppSeals(secret()).previewLabel(app as AppId, n);

async function upload(entries: ZipEntry[] | Uint8Array, app = 'cafe', { token = ana.token, headers = {} } = {}) {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/apps/bundle?app=${app}`, {
    method: 'POST',
    headers: { 'content-type': 'application/zip', authorization: `Bearer ${token}`, ...headers },
    body: (Array.isArray(entries) ? packZip(entries) : entries) as BodyInit,
  });
  return { status: response.status, ack: (await response.json()) as Ack<{ id: string }> };
}
async function uploaded(entries: ZipEntry[], app: string): Promise<string> {
  const { ack } = await upload(entries, app);
  if (!ack.ok) throw new Error(`${ack.code} ${ack.msg ?? ''}`);
  return ack.data.id;
}
const site: ZipEntry[] = [
  { name: 'index.html', content: '<script src="https://telegram.org/js/telegram-web-app.js?56"></script>' },
  { name: 'assets/main.js', content: 'let x = "https://telegram.org/js/telegram-web-app.js"' },
  { name: 'assets/pic.png', content: 'png' },
  { name: 'docs/index.html', content: 'docs' },
];
/** An app with uploaded pages, open to people unless told otherwise. */
async function bundleApp(id: string, options: { state?: number; live?: number | null; entry?: string } = {}) {
  const { entry = 'index.html', ...rest } = options;
  await addTestApp(storage, { id, owner: ana.userId, live: null, state: appState.draft, versions: [] });
  const bundle = await uploaded(site, id);
  const manifest = testManifest({ kind: 'bundle', bundle, entry }, ['api.example']);
  await storage.runUnit(dropApp, id);
  await addTestApp(storage, { id, owner: ana.userId, ...rest, versions: [manifest] });
  return bundle;
}
const dropApp = {
  kind: 'write' as const,
  run: async (tx: { sql(text: string, params: readonly string[]): Promise<object[]> }, id: string) => {
    await tx.sql('DELETE FROM apps WHERE id = ?', [id]);
    return null;
  },
};

describe('the host of an app', () => {
  it('has nothing of the messenger', async () => {
    await bundleApp('plain');
    for (const path of ['/api/health', '/api/session/refresh', '/media/x', '/socket.io/?EIO=4&transport=polling']) {
      const { status, headers, body } = await ask('plain', path, { headers: { cookie: `__Host-kabar=${ana.cookie}` } });
      // The app's own router gets what has no ending.
      expect([path, status, body.includes('telegram-web-app')]).toEqual([path, 200, true]);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['cross-origin-opener-policy']).toBeUndefined();
      expect(headers['permissions-policy']).toBeUndefined();
    }
    expect((await ask('plain', '/api/rpc/account.get', { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await askHost(server.port, 'localhost', '/api/health', {})).status).toBe(200);
  });

  it('says in the words of whoever comes that there is nothing behind it', async () => {
    const page = await ask('nobody', '/', { headers: { accept: 'text/html', 'accept-language': 'ja' } });
    expect(page.status).toBe(404);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('lang="ja"');
    const program = await ask('nobody', '/x.json', { headers: { accept: 'application/json' } });
    expect([program.status, program.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    for (const label of ['a.b', 'x', 'UPPER_case', 'cafe--1-0123456789abcdef0123', '%00', 'xn--abc'])
      expect([label, (await ask(label, '/')).status]).toEqual([label, 404]);
    for (const path of ['http://localhost/api/health', '*']) expect((await ask('plain', path)).status).toBe(404);
  });

  it('refuses upgrades that are not for a server of the app', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket' };
    for (const [label, path] of [
      ['plain', '/socket.io/?EIO=4&transport=websocket'],
      ['plain', '/'],
      ['nobody', '/socket.io/?EIO=4&transport=websocket'],
    ] as const)
      expect((await ask(label, path, { headers: upgrade })).status).toBe(404);
  });
});

describe('uploaded pages', () => {
  beforeAll(() => bundleApp('cafe'));

  it('are served with their types, their rules and our script', async () => {
    const page = await ask('cafe', '/');
    expect(page).toMatchObject({ status: 200, body: '<script src="/__mini/telegram-web-app.js"></script>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'origin-agent-cluster': '?1',
      'cache-control': 'no-cache',
    });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain(`frame-ancestors 'self' http://localhost:${server.port};`);
    expect(policy).toContain("connect-src 'self' https://api.example wss://api.example;");
    expect((await ask('cafe', '/assets/main.js')).body).toBe('let x = "/__mini/telegram-web-app.js"');
    expect((await ask('cafe', '/assets/pic.png')).headers['content-type']).toBe('image/png');
    expect((await ask('cafe', '/docs/')).body).toBe('docs');
    expect(await ask('cafe', '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it('lead every address without an ending to the first page, and no other', async () => {
    for (const path of ['/orders', '/orders/7?x=1', '/a/b/', '/docs', '//x', '/%F0%9F%8D%B5'])
      expect([path, (await ask('cafe', path)).body.includes('telegram-web-app')]).toEqual([path, true]);
    for (const path of [
      '/gone.js',
      '/../token.key',
      '/..%2f..%2ftoken.key',
      '/assets/..%2f..%2f..%2ftoken.key',
      '/%',
      '/x%00.js',
    ])
      expect([path, (await ask('cafe', path)).status]).toEqual([path, 404]);
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await ask('cafe', '/assets/pic.png');
    const again = await ask('cafe', '/assets/pic.png', { headers: { 'if-none-match': headers.etag } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('begin where the manifest says', async () => {
    await bundleApp('nested', { entry: 'docs/index.html' });
    const start = await ask('nested', '/?a=1');
    expect([start.status, start.headers.location]).toEqual([302, '/docs/index.html?a=1']);
    expect((await ask('nested', '/docs/index.html')).body).toBe('docs');
  });
});

describe('what is not open to everybody', () => {
  it('is seen at the address of its version only', async () => {
    await bundleApp('draft', { state: appState.draft, live: null });
    expect((await ask('draft', '/')).status).toBe(404);
    expect((await ask('draft', '/__mini/relay')).status).toBe(404);
    expect((await ask(previewLabel('draft', 1), '/')).status).toBe(200);
    expect((await ask(previewLabel('draft', 2), '/')).status).toBe(404);
    expect((await ask(previewLabel('nobody', 1), '/')).status).toBe(404);
    expect(
      (
        await ask(
          previewLabel('draft', 1).replace(/.$/, (end) => (end === '0' ? '1' : '0')),
          '/',
        )
      ).status,
    ).toBe(404);
  });

  it('is cleared away within seconds after it was closed', async () => {
    await bundleApp('closing');
    const label = previewLabel('closing', 1);
    for (const one of ['closing', label]) expect((await ask(one, '/')).status).toBe(200);
    for (const state of [appState.closed, appState.removed]) {
      await setAppState(storage, 'closing', state);
      for (const one of ['closing', label])
        await expect
          .poll(async () => (await ask(one, '/', { headers: { accept: 'text/html' } })).status, { timeout: 3_000 })
          .toBe(410);
      const { headers, body } = await ask('closing', '/__mini/relay', { headers: { accept: 'text/html' } });
      expect(headers).toMatchObject({ 'clear-site-data': '"*"', 'cache-control': 'no-store' });
      expect(body).toContain('no longer available');
    }
    await setAppState(storage, 'closing', appState.live);
    await expect.poll(async () => (await ask('closing', '/')).status, { timeout: 3_000 }).toBe(200);
  });
});

describe('our own part of an app', () => {
  beforeAll(() => bundleApp('mini'));

  it('has the relay page, framed by the messenger alone', async () => {
    const { status, headers, body } = await ask('mini', '/__mini/relay?to=%2F');
    expect(status).toBe(200);
    expect(body).toContain('<script>/* relay */</script>');
    expect(body).not.toContain('to=');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`frame-ancestors http://localhost:${server.port};`);
    const hash = createHash('sha256').update('/* relay */').digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}'; style-src 'unsafe-inline'; frame-src 'self'`);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('has the scripts that were built, and nothing else', async () => {
    const script = await ask('mini', '/__mini/relay.js');
    expect(script).toMatchObject({ status: 200, body: '/* relay */' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const again = await ask('mini', '/__mini/relay.js', { headers: { 'if-none-match': script.headers.etag } });
    expect(again.status).toBe(304);
    expect((await ask('mini', '/__mini/telegram-web-app.js?56')).body).toBe('/* telegram-web-app */');
    for (const path of [
      '/__mini',
      '/__mini/',
      '/__mini/sdk.js',
      '/__mini/x',
      '/__mini/face/x',
      '/__mini/relay/',
      '/__mini/..',
    ])
      expect([path, (await ask('mini', path)).status]).toEqual([path, 404]);
    expect((await ask('mini', '/__mini/relay', { method: 'POST' })).status).toBe(404);
  });

  it('shows a face by its address, at this app only', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/upload?for=avatar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'image/png' },
      body: (await plainPicture()) as BodyInit,
    });
    const { data } = (await response.json()) as { data: { id: never } };
    const faces = createAppFaces(secret(), (label) => `http://${label}.localhost`, now);
    const { pathname, search } = new URL(faces.faceUrl('mini', data.id));
    const face = await ask('mini', pathname + search);
    expect([face.status, face.headers['content-type']]).toEqual([200, 'image/webp']);
    expect((await ask('cafe', pathname + search)).status).toBe(404);
    expect((await ask('mini', pathname)).status).toBe(404);
    expect((await ask('mini', `${pathname}${search}x`)).status).toBe(404);
    expect((await askHost(server.port, 'localhost', pathname + search)).status).toBe(404);
    aheadMs = 2 * dayMs;
    expect((await ask('mini', pathname + search)).status).toBe(404);
    aheadMs = 0;
  });
});

describe('an upload', () => {
  it('is taken from the owner of the app alone', async () => {
    const ben = await server.person('ben');
    expect(await upload(site, 'cafe', { token: ben.token })).toMatchObject({ status: 404, ack: { code: 'NOT_FOUND' } });
    expect(await upload(site, 'nobody')).toMatchObject({ ack: { code: 'NOT_FOUND' } });
    expect(await upload(site, 'A b')).toMatchObject({ ack: { code: 'BAD' } });
    expect(await upload(site, 'cafe', { token: 'x' })).toMatchObject({ ack: { code: 'UNAUTH' } });
    const foreign = { headers: { origin: 'http://cafe.localhost' } };
    expect(await upload(site, 'cafe', foreign)).toMatchObject({ ack: { code: 'FORBIDDEN' } });
    await bundleApp('gone', { state: appState.removed });
    expect(await upload(site, 'gone')).toMatchObject({ ack: { code: 'NOT_FOUND' } });
  });

  it('says what is wrong with it', async () => {
    expect(await upload(Buffer.from('no zip'))).toMatchObject({ status: 400, ack: { code: 'BAD' } });
    expect(await upload([{ name: '../x' }])).toMatchObject({
      ack: { code: 'BAD', msg: expect.stringContaining('..') },
    });
    const large = await upload(Buffer.alloc(limits.bundleZipMax + 1));
    expect(large).toMatchObject({ status: 413, ack: { code: 'TOO_LARGE' } });
  });

  it('cannot fill the disk', async () => {
    await addTestApp(storage, { id: 'many', owner: ana.userId, versions: [] });
    const small = [{ name: 'index.html' }];
    for (let count = 0; count < limits.appVersionsMax + 10; count += 1) await uploaded(small, 'many');
    expect(await upload(small, 'many')).toMatchObject({ ack: { code: 'FULL' } });
  });

  it('goes after a day when no version names it, and with its app', async () => {
    const bundles = diskBundleStore(join(server.dataDir, 'apps'));
    const has = async (id: string) => {
      const file = await bundles.get(id, 'index.html');
      file?.stream.destroy();
      return file !== undefined;
    };
    const used = await bundleApp('used');
    const unused = await uploaded(site, 'used');
    const removed = await bundleApp('over');
    const clean = (at: number) => cleanBundles(storage, bundles, () => at);
    await clean(now());
    expect([await has(used), await has(unused), await has(removed)]).toEqual([true, true, true]);
    await setAppState(storage, 'over', appState.removed);
    await clean(now() + dayMs + 1);
    expect([await has(used), await has(unused), await has(removed)]).toEqual([true, false, false]);
    expect((await ask('used', '/')).status).toBe(200);
  });
});

describe('the page of the messenger', () => {
  it('may frame mini-apps and pass devices on to them, and nobody else', async () => {
    const { headers } = await askHost(server.port, 'localhost', '/api/health');
    expect(headers['content-security-policy']).toContain(`frame-src http://*.localhost:${server.port};`);
    expect(headers['permissions-policy']).toContain(`camera=(self "http://*.localhost:${server.port}")`);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  });
});

describe('too many requests', () => {
  it('of one address are turned away, and those for the messenger are not', async () => {
    const rate = { appIp: { burst: 2, everyMs: 60_000 } };
    const strict = await startTestServer({ limits: { rate, password: { memoryKiB: 8, passes: 1 } } });
    const status = async (host: string) => (await askHost(strict.port, host, '/api/health')).status;
    const seen = [];
    for (let count = 0; count < 3; count += 1) seen.push(await status('nobody.localhost'));
    expect(seen).toEqual([404, 404, 429]);
    expect(await status('localhost')).toBe(200);
    const upgrade = { headers: { connection: 'Upgrade', upgrade: 'websocket' } };
    expect((await askHost(strict.port, 'nobody.localhost', '/', upgrade)).status).toBe(429);
    await strict.close();
  });
});
