import { connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { appState } from '#protocol/entities/appStates.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { createLog } from '#server/transport/log.ts';
import { addTestApp, setAppState, testManifest } from '#testing/gateway/addTestApp.ts';
import { askHost, type HostRequest } from '#testing/gateway/askHost.ts';
import { startRecordingUpstream, type RecordingUpstream } from '#testing/gateway/recordingUpstream.ts';
import { startTestServer, type TestServer } from '#testing/testServer.ts';
import { upstreamLimits } from './gatewayTools.ts';

let upstream: RecordingUpstream;
let server: TestServer;
let storage: LocalStorage;
const lines: string[] = [];
/** What names resolve to; the test's resolver answers nothing else. */
const names: Record<string, string[]> = {};
const messengerCookie = '__Host-kabar=secret';

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  storage = await openSqliteLocal(':memory:', { now: Date.now });
  server = await startTestServer({
    storage,
    env: { MINIAPP_PRIVATE_HOSTS: upstream.host },
    log: createLog((line) => void lines.push(line), Date.now),
    gateway: {
      limits: {
        ...upstreamLimits,
        requestMax: 100_000,
        answerMax: 300_000,
        firstByteMs: 400,
        idleMs: 400,
        socketIdleMs: 3_000,
      },
      resolve: (host) => {
        const found = names[host];
        if (!found) return Promise.reject(new Error(`ENOTFOUND ${host}`));
        return Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
      },
    },
  });
  await app('shop', `http://${upstream.host}/start/page?x=1`);
});
afterAll(async () => {
  await server.close();
  await upstream.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
});

const app = (id: string, url: string) =>
  addTestApp(storage, { id, versions: [testManifest({ kind: 'upstream', url })] });
const ask = (path: string, options: HostRequest = {}, label = 'shop') =>
  askHost(server.port, `${label}.localhost`, path, options);
const origin = () => `http://shop.localhost:${server.port}`;
const last = () => upstream.requests.at(-1)!;
const page = { accept: 'text/html' };

describe('a request to a server of an app', () => {
  it('arrives with its method, path and body', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      const body = method === 'GET' ? undefined : `body of ${method}`;
      const answer = await ask('/a/%2F/b?c=d&e=%20', { method, ...(body ? { body } : {}) });
      expect([method, answer.status, answer.body]).toEqual([method, 200, 'ok']);
      expect(last()).toMatchObject({ method, url: '/a/%2F/b?c=d&e=%20', body: body ?? '' });
    }
    // Without a length the body has a frame around it, whatever the method is.
    await ask('/x', { method: 'DELETE', body: 'hello', headers: { 'transfer-encoding': 'chunked' } });
    expect(last()).toMatchObject({ body: 'hello', headers: { 'transfer-encoding': 'chunked' } });
    expect((await ask('/', { method: 'HEAD' })).body).toBe('');
  });

  it('knows nothing of the messenger, and believes to be at home', async () => {
    await ask('/x', {
      method: 'POST',
      body: 'x',
      headers: {
        cookie: `a=1; ${messengerCookie}; __Host-kabar2=x; b=2`,
        origin: origin(),
        referer: `${origin()}/page?q`,
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '1.2.3.4',
        forwarded: 'for=1.2.3.4',
        'proxy-authorization': 'Basic x',
        connection: 'keep-alive, x-hop',
        'x-hop': '1',
        te: 'trailers',
        'x-own': 'kept',
      },
    });
    const { headers } = last();
    expect(headers).toMatchObject({
      host: upstream.host,
      cookie: 'a=1; b=2',
      origin: `http://${upstream.host}`,
      referer: `http://${upstream.host}/page?q`,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': `shop.localhost:${server.port}`,
      'x-forwarded-proto': 'http',
      'x-own': 'kept',
    });
    for (const name of ['x-hop', 'te', 'proxy-authorization', 'forwarded', 'x-real-ip'])
      expect(headers[name]).toBeUndefined();
    await ask('/x', {
      headers: { cookie: messengerCookie, origin: 'https://evil.example', referer: `${origin()}.evil/` },
    });
    expect(last().headers['cookie']).toBeUndefined();
    expect(last().headers).toMatchObject({ origin: 'https://evil.example', referer: `${origin()}.evil/` });
    expect(JSON.stringify(upstream.requests)).not.toContain('secret');
  });

  it('never comes from the socket of the messenger', async () => {
    await ask('/socket.io/?EIO=4&transport=polling');
    expect(last().url).toBe('/socket.io/?EIO=4&transport=polling');
    await ask('/api/session/login', { method: 'POST', body: '{}' });
    expect(last().url).toBe('/api/session/login');
    await ask('/media/x');
    expect(last().url).toBe('/media/x');
    expect((await ask('/__mini/other')).status).toBe(404);
    expect(upstream.requests).toHaveLength(3);
  });

  it('may not be larger than allowed', async () => {
    const body = 'x'.repeat(100_001);
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await ask('/x', { method: 'POST', body, headers }).catch((error: Error) => error.message);
      // Whoever is still sending may only notice that the line went dead.
      expect(typeof answer === 'string' ? 413 : answer.status).toBe(413);
    }
    expect((await ask('/x', { method: 'POST', body: body.slice(1) })).status).toBe(200);
    expect(last().body).toHaveLength(100_000);
  });
});

describe('an answer', () => {
  it('loses what the server of an app may not decide', async () => {
    upstream.routes.set('/headers', (_request, response) => {
      response.writeHead(201, {
        'content-type': 'application/json',
        'content-security-policy': "frame-ancestors 'none'",
        'x-frame-options': 'DENY',
        'strict-transport-security': 'max-age=1; includeSubDomains',
        'cross-origin-embedder-policy': 'require-corp',
        'referrer-policy': 'unsafe-url',
        'alt-svc': 'h2=":1"',
        connection: 'keep-alive, x-hop',
        'x-hop': '1',
        'x-own': 'kept',
        'cache-control': 'max-age=5',
        'set-cookie': [
          'a=1; Domain=localhost; Path=/; Secure',
          'b=2; HttpOnly; domain=.shop.localhost',
          `${messengerCookie}; Path=/`,
        ],
      });
      response.end('{}');
    });
    const { status, headers } = await ask('/headers');
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      'x-own': 'kept',
      'cache-control': 'max-age=5',
      'referrer-policy': 'no-referrer',
      'set-cookie': ['a=1; Path=/; Secure', 'b=2; HttpOnly'],
      'origin-agent-cluster': '?1',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self' http://localhost");
    const dropped = [
      'x-frame-options',
      'strict-transport-security',
      'cross-origin-embedder-policy',
      'alt-svc',
      'x-hop',
    ];
    for (const name of dropped) expect(headers[name]).toBeUndefined();
  });

  it('leads to the pages of the app through here again, and elsewhere as it says', async () => {
    const places: [string, string][] = [
      [`http://${upstream.host}/next?a#b`, `${origin()}/next?a#b`],
      [`//${upstream.host}/next`, `${origin()}/next`],
      ['/next', '/next'],
      ['next', 'next'],
      ['https://other.example/', 'https://other.example/'],
      ['http://169.254.169.254/latest', 'http://169.254.169.254/latest'],
      ['javascript:alert(1)', 'javascript:alert(1)'],
    ];
    let location = '';
    upstream.routes.set('/go', (_request, response) => response.writeHead(302, { location }).end());
    for (const [given, expected] of places) {
      location = given;
      expect((await ask('/go')).headers.location).toBe(expected);
    }
    expect(upstream.requests.map(({ url }) => url)).toEqual(places.map(() => '/go'));
  });

  it('streams: what comes first is there first', async () => {
    let finish: () => void = () => undefined;
    upstream.routes.set('/events', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      finish = () => response.end('data: 2\n\n');
    });
    const seen: string[] = [];
    await new Promise<void>((done, failed) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.write('GET /events HTTP/1.1\r\nhost: shop.localhost\r\nconnection: close\r\n\r\n');
      socket.on('data', (part) => {
        seen.push(String(part));
        if (seen.join('').includes('data: 1')) finish();
      });
      socket.on('error', failed);
      socket.on('close', () => done());
    });
    expect(seen.join('')).toContain('data: 2');
  });

  it('has our script in the place of the official one, however it was packed', async () => {
    const html = `<script src="https://telegram.org/js/telegram-web-app.js?59"></script>${'x'.repeat(2_000)}`;
    const expected = `<script src="/__mini/telegram-web-app.js"></script>${'x'.repeat(2_000)}`;
    const packed = { gzip: gzipSync(html), br: brotliCompressSync(html), identity: Buffer.from(html) };
    for (const [encoding, bytes] of Object.entries(packed)) {
      upstream.routes.set('/page', (request, response) => {
        expect(request.headers['accept-encoding']).toBe('identity');
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-encoding': encoding,
          'content-length': bytes.length,
        });
        response.end(bytes);
      });
      const answer = await ask('/page', { headers: { ...page, 'accept-encoding': 'gzip, br' } });
      expect([encoding, answer.body]).toEqual([encoding, expected]);
      expect(answer.headers['content-encoding'] ?? 'identity').toBe('identity');
    }
    upstream.routes.set('/pic', (_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(html),
    );
    const picture = await ask('/pic', { headers: { 'accept-encoding': 'gzip', 'sec-fetch-dest': 'image' } });
    expect(picture.body).toBe(html);
    expect(last().headers['accept-encoding']).toBe('gzip');
  });
});

describe('a server of an app that', () => {
  it('is down, is said to be so, and why in the log only', async () => {
    await app('down', 'http://down.example/');
    const answer = await ask('/', { headers: { ...page, 'accept-language': 'ko' } }, 'down');
    expect([answer.status, answer.body.includes('lang="ko"')]).toEqual([502, true]);
    expect(answer.body).not.toContain('down.example');
    expect(lines.join('\n')).toContain('ENOTFOUND down.example');
  });

  it('does not answer, is not waited for', async () => {
    upstream.routes.set('/never', () => undefined);
    const begun = performance.now();
    expect((await ask('/never', { headers: page })).status).toBe(504);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('stops in the middle, or never stops, is cut off visibly', async () => {
    upstream.routes.set('/half', (_request, response) => void response.writeHead(200).write('half'));
    await expect(ask('/half')).rejects.toThrow();
    upstream.routes.set('/endless', (_request, response) => {
      const more = () => {
        if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    await expect(ask('/endless')).rejects.toThrow();
    upstream.routes.set('/bomb', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(1_000_000)));
    });
    await expect(ask('/bomb')).rejects.toThrow();
    upstream.routes.set(
      '/huge',
      (_request, response) => void response.writeHead(200, { 'content-length': 300_001 }).write('x'),
    );
    expect((await ask('/huge')).status).toBe(502);
  });

  it('leads back here is noticed at the first turn', async () => {
    const { host } = new URL(server.url);
    expect(host).toBe(`localhost:${server.port}`);
    const answer = await ask('/x', { headers: { via: '1.1 proxy, 1.1 kabar-apps' } });
    expect(answer.status).toBe(502);
    expect(upstream.requests).toHaveLength(0);
  });

  it('is closed while an answer streams, stops', async () => {
    await app('stream', `http://${upstream.host}/`);
    upstream.routes.set('/ticks', (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const answer = ask('/ticks', {}, 'stream').catch((error: Error) => error.message);
    await expect.poll(() => upstream.requests.length).toBe(1);
    await setAppState(storage, 'stream', appState.closed);
    expect(await answer).toMatch(/aborted|hang up/);
  });
});

describe('addresses inside of the network', () => {
  const places = [
    ...['http://127.0.0.1:1/', 'http://localhost:1/', 'http://[::1]:1/', 'http://2130706433/', 'http://0x7f.1/'],
    ...[
      'http://169.254.169.254/latest/meta-data',
      'http://10.0.0.1/',
      'http://[::ffff:127.0.0.1]/',
      'http://[fd00::1]/',
    ],
    ...['http://inside.example/', 'https://inside.example/', 'http://v6.example/', 'http://nat.example/'],
  ];
  it('are not reached, by number or by name', async () => {
    Object.assign(names, {
      localhost: ['127.0.0.1', '::1'],
      'inside.example': ['10.0.0.5', '127.0.0.1'],
      'v6.example': ['fe80::1', '::1'],
      'nat.example': ['64:ff9b::7f00:1'],
    });
    for (const [at, url] of places.entries()) {
      await app(`inside${at}`, url);
      const before = lines.length;
      const answer = await ask('/', {}, `inside${at}`);
      expect([url, answer.status]).toEqual([url, 502]);
      expect(lines.slice(before).join('')).toContain('is not on the open internet');
    }
  });

  it('are not reached by the port of a trusted one, nor by another name for it', async () => {
    const [host = '', port = ''] = upstream.host.split(':');
    names['alias.example'] = [host];
    await app('alias', `http://alias.example:${port}/`);
    expect((await ask('/', {}, 'alias')).status).toBe(502);
    await app('neighbour', `http://${host}:${Number(port) + 1}/`);
    expect((await ask('/', {}, 'neighbour')).status).toBe(502);
    expect(upstream.requests).toHaveLength(0);
  });
});

describe('a WebSocket', () => {
  const dial = (path = '/live', options: object = {}, label = 'shop') =>
    new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
      headers: { host: `${label}.localhost:${server.port}` },
      ...options,
    });
  const opened = (socket: WebSocket) =>
    new Promise<void>((done, failed) => {
      socket.once('open', done);
      socket.once('error', failed);
    });
  const echo = new WebSocketServer({ noServer: true });
  beforeAll(() => {
    upstream.onUpgrade = (request, socket, head) => {
      if (request.url === '/refused') return void socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      if (request.url === '/silent') return undefined;
      return echo.handleUpgrade(request, socket, head, (one) => {
        one.on('message', (data, isBinary) => one.send(data, { binary: isBinary }));
      });
    };
    echo.on('headers', (headers) =>
      headers.push(`set-cookie: ${messengerCookie}`, 'set-cookie: a=1; Domain=localhost'),
    );
  });

  it('passes both ways, with the same rules for its opening', async () => {
    const socket = dial('/socket.io/?EIO=4&transport=websocket', {
      origin: origin(),
      headers: { host: `shop.localhost:${server.port}`, cookie: `a=1; ${messengerCookie}`, origin: origin() },
    });
    const answer = new Promise<string>((done) =>
      socket.once('upgrade', ({ headers }) => done(String(headers['set-cookie']))),
    );
    await opened(socket);
    expect(await answer).toBe('a=1');
    expect(last().headers).toMatchObject({ host: upstream.host, cookie: 'a=1', origin: `http://${upstream.host}` });
    const heard = new Promise<string>((done) => socket.once('message', (data) => done(String(data as Buffer))));
    socket.send('x'.repeat(50_000));
    expect(await heard).toHaveLength(50_000);
    socket.close();
    await new Promise((done) => socket.once('close', done));
  });

  it('is refused where the server refuses it, is silent, or may not be reached', async () => {
    await expect(opened(dial('/refused'))).rejects.toThrow('403');
    await expect(opened(dial('/silent'))).rejects.toThrow('504');
    await app('wsinside', 'http://127.0.0.1:1/');
    await expect(opened(dial('/live', {}, 'wsinside'))).rejects.toThrow('502');
    await expect(opened(dial('/live', {}, 'nobody'))).rejects.toThrow('404');
    await expect(opened(dial('/__mini/live'))).rejects.toThrow('404');
  });

  it('ends within seconds after its app was closed', async () => {
    await app('wsclosing', `http://${upstream.host}/`);
    const socket = dial('/live', {}, 'wsclosing');
    await opened(socket);
    const over = new Promise<number>((done) => socket.once('close', done));
    const begun = performance.now();
    await setAppState(storage, 'wsclosing', appState.closed);
    await over;
    expect(performance.now() - begun).toBeLessThan(5_000);
    await expect(opened(dial('/live', {}, 'wsclosing'))).rejects.toThrow('410');
  });
});
