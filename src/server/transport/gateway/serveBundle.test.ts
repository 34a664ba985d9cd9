import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskBundleStore } from '#server/services/miniApps/diskBundleStore.ts';
import { testManifest } from '#testing/gateway/addTestApp.ts';
import { serveBundle } from './serveBundle.ts';

const bundle = '6f1b6a52-0d0a-4c8e-9a86-0a4a4a4a4a4a';
const official = 'https://telegram.org/js/telegram-web-app.js';
const long = (text: string) => text.repeat(500);
const files = {
  'index.html': `<script src="${official}"></script>${long('<p>あ</p>')}`,
  'main.js': `let x = "${official}";${long('x += 1;')}`,
  'main.css': long('b{top:0}'),
  'small.css': 'b{top:0}',
  'clip.mp4': '0123456789',
  'empty.bin': '',
};
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kabar-bundles-'));
  const bundles = diskBundleStore(folder);
  await bundles.put(bundle, new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
  const source = { kind: 'bundle', bundle, entry: 'index.html' } as const;
  const about = { label: 'cafe', origin: 'http://cafe.localhost', manifest: testManifest(source), messenger: [] };
  server = createServer((asked, response) => {
    serveBundle({ request: asked, response, ...about }, bundles, source).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}
function get(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as { port: number };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
    })
      .on('error', reject)
      .end();
  });
}
const etagOf = async (path: string, headers: OutgoingHttpHeaders = {}) =>
  String((await get(path, headers)).headers.etag);

describe('a part of a file', () => {
  it('is sent by its place, with the rules of the whole', async () => {
    for (const [range, text, place] of [
      ['bytes=0-3', '0123', 'bytes 0-3/10'],
      ['bytes=4-', '456789', 'bytes 4-9/10'],
      ['bytes=-2', '89', 'bytes 8-9/10'],
      ['bytes=8-99', '89', 'bytes 8-9/10'],
    ] as const) {
      const part = await get('/clip.mp4', { range });
      expect([range, part.status, part.text]).toEqual([range, 206, text]);
      expect(part.headers).toMatchObject({
        'content-range': place,
        'content-length': String(text.length),
        'content-type': 'video/mp4',
        'accept-ranges': 'bytes',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        etag: await etagOf('/clip.mp4'),
      });
      expect(part.headers['content-security-policy']).toContain('frame-ancestors');
    }
  });

  it('that is not there is refused with the size of the whole', async () => {
    for (const range of ['bytes=10-', 'bytes=-0']) {
      const none = await get('/clip.mp4', { range });
      expect([none.status, none.text, none.headers['content-range']]).toEqual([416, '', 'bytes */10']);
    }
    expect((await get('/empty.bin', { range: 'bytes=0-' })).status).toBe(416);
    expect(await get('/empty.bin')).toMatchObject({ status: 200, text: '' });
  });

  it('is the whole where several were asked for, or nothing that can be read, or only the headers', async () => {
    for (const range of ['bytes=0-1,3-4', 'bytes=5-1', 'pages=1-2'])
      expect(await get('/clip.mp4', { range })).toMatchObject({ status: 200, text: files['clip.mp4'] });
    const head = await get('/clip.mp4', { range: 'bytes=0-1' }, 'HEAD');
    expect([head.status, head.headers['content-length'], head.headers['accept-ranges']]).toEqual([200, '10', 'bytes']);
  });

  it('is sent only of the form that the asker has the rest of', async () => {
    const range = 'bytes=0-3';
    const plain = await etagOf('/main.css');
    const packed = await etagOf('/main.css', { 'accept-encoding': 'br' });
    expect((await get('/main.css', { range, 'if-range': plain })).text).toBe('b{to');
    for (const other of [packed, `W/${plain}`, '"x"', 'Sat, 01 Jan 2022 00:00:00 GMT'])
      expect([other, (await get('/main.css', { range, 'if-range': other })).text]).toEqual([other, files['main.css']]);
    // Numbers speak of the plain form, so a part is never packed.
    const part = await get('/main.css', { range, 'accept-encoding': 'br' });
    expect([part.status, part.text, part.headers['content-encoding']]).toEqual([206, 'b{to', undefined]);
    expect((await get('/clip.mp4', { range, 'if-none-match': await etagOf('/clip.mp4') })).status).toBe(304);
  });

  it('is never one of what is rewritten on its way', async () => {
    for (const path of ['/main.js', '/']) {
      const whole = await get(path, { range: 'bytes=0-3' });
      expect([whole.status, whole.headers['accept-ranges']]).toEqual([200, undefined]);
      expect(whole.text).toContain('/__mini/telegram-web-app.js');
    }
  });
});

describe('a packed file', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

  it('is the same inside, with the script rewritten', async () => {
    for (const path of ['/index.html', '/main.js', '/main.css', '/orders'])
      for (const coding of ['br', 'gzip'] as const) {
        const [plain, packed] = [await get(path), await get(path, { 'accept-encoding': coding })];
        expect([path, packed.status, packed.headers['content-encoding']]).toEqual([path, 200, coding]);
        expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
        expect(unpack[coding](packed.bytes).equals(plain.bytes)).toBe(true);
        expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
        expect([plain.headers.vary, packed.headers.vary]).toEqual(['accept-encoding', 'accept-encoding']);
        expect(packed.headers['content-length']).toBeUndefined();
        expect(packed.headers['accept-ranges']).toBeUndefined();
      }
  });

  it('is what it is where packing saves nothing', async () => {
    for (const path of ['/small.css', '/clip.mp4'] as const) {
      const answer = await get(path, { 'accept-encoding': 'br, gzip' });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
    }
    expect((await get('/clip.mp4')).headers.vary).toBeUndefined();
  });

  it('has a name of its own, and is not sent again to who has it', async () => {
    const accepted = ['br', 'gzip', 'identity'];
    const tags = await Promise.all(accepted.map((coding) => etagOf('/main.css', { 'accept-encoding': coding })));
    expect(new Set(tags).size).toBe(3);
    for (const [index, coding] of accepted.entries()) {
      const ask = (tag: string | undefined) => get('/main.css', { 'accept-encoding': coding, 'if-none-match': tag });
      const again = await ask(tags[index]);
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', tags[index]]);
      expect([again.headers.vary, again.headers['cache-control']]).toEqual(['accept-encoding', 'no-cache']);
      expect((await ask(`"x", W/${tags[index] ?? ''}`)).status).toBe(304);
      expect((await ask(tags[(index + 1) % 3])).status).toBe(200);
    }
  });

  it('is told of by its headers alone', async () => {
    const head = await get('/main.css', { 'accept-encoding': 'gzip' }, 'HEAD');
    expect([head.status, head.text, head.headers['content-encoding']]).toEqual([200, '', 'gzip']);
    expect(head.headers.etag).toBe(await etagOf('/main.css', { 'accept-encoding': 'gzip' }));
  });
});
