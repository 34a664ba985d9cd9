import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protocolVersion } from '#protocol/version.ts';
import { startTestServer, type TestServer } from '#testing/testServer.ts';
import { contentSecurityPolicy } from './registerSecurityHeaders.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kabar-client-'));
  mkdirSync(join(folder, 'assets'));
  const files = {
    'index.html': '<!doctype html><title>Kabar</title>',
    'sw.js': 'self',
    'icon.svg': '<svg/>',
    'assets/main-abc123.js': `"${'x'.repeat(5_000)}"`,
    '.inputs': 'hash',
    '.builds.json': '[]',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, '../kabar-outside.txt'), 'outside');
  server = await startTestServer({ client: { kind: 'files', folder } });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '../kabar-outside.txt'));
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers });

/** A request whose path and headers are sent as they stand; fetch would tidy them up. */
function getRaw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the client', () => {
  it('is served with its page for the address of every screen', async () => {
    for (const path of ['/', '/index.html', '/chats', '/chats/123', '/settings?tab=devices', '/apiary', '/a/b/c/']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).toContain('<title>Kabar');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('never answers a program with a page', async () => {
    for (const path of ['/api', '/api/x', '/api/health/x', '/__mini/a', '/api/rpc/account.get', '/api/session/login']) {
      const response = await get(path);
      expect([path, response.status, await response.json()]).toEqual([path, 404, { ok: false, code: 'NOT_FOUND' }]);
    }
    expect(await (await get('/socket.io/')).text()).not.toContain('<title>');
    for (const path of ['/assets/gone-123.js', '/favicon.ico', '/x.map']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('<title>');
    }
  });

  it('keeps hashed files for ever and asks anew for the others', async () => {
    expect((await get('/assets/main-abc123.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
    const { headers } = await get('/sw.js');
    // Not with fetch: it adds "no-cache" to a conditional request of its own.
    expect((await getRaw('/sw.js', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('gives away nothing beside its files', async () => {
    for (const path of ['/.inputs', '/.builds.json', '/assets/', '/assets']) {
      expect(await (await get(path)).text()).not.toMatch(/hash|\[\]|abc123/);
    }
    for (const path of [
      '/../kabar-outside.txt',
      '/%2e%2e/kabar-outside.txt',
      '/assets/..%2f..%2fkabar-outside.txt',
      '//etc/passwd',
      '/%00',
    ]) {
      const { body } = await getRaw(path);
      expect(body).not.toMatch(/^outside|root:/);
    }
  });

  it('is compressed for those who can read it', async () => {
    const packed = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toHaveLength(5_002);
    const plain = await get('/assets/main-abc123.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('content-length')).toBe('5002');
  });
});

describe('every answer', () => {
  it('carries the headers that keep other pages out', async () => {
    for (const path of ['/', '/assets/main-abc123.js', '/api/health', '/api/nothing', '/nowhere.js']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        contentSecurityPolicy([], false, `http://*.localhost:${server.port}`),
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('allows further nodes to be talked to in both schemes', () => {
    expect(contentSecurityPolicy(['https://n2.example'], false, 'https://*.apps.example')).toContain(
      "connect-src 'self' https://n2.example wss://n2.example;",
    );
    expect(contentSecurityPolicy([], false, 'https://*.apps.example')).toContain("script-src 'self';");
  });
});

describe('health', () => {
  it('tells that the server lives', async () => {
    expect(await (await get('/api/health')).json()).toMatchObject({ ok: true, proto: protocolVersion });
    expect(await (await get('/api/endpoints')).json()).toEqual({ eps: [] });
  });
});
