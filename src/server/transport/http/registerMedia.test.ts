import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '#protocol/errors.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { toOpId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { bombPicture, phonePhoto, plainPicture } from '#testing/samplePictures.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';

let server: TestServer;
let ana: TestPerson;
let nowMs = 1_700_000_000_000;
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  ana = await server.person('ana');
});
afterAll(() => server.close());

const url = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const newOp = () => toOpId(crypto.randomUUID());

interface Sent {
  readonly token?: string;
  readonly purpose?: string;
  readonly headers?: Record<string, string>;
}
async function upload(body: Uint8Array, { token = ana.token, purpose = 'avatar', headers = {} }: Sent = {}) {
  const response = await fetch(url(`/api/upload?for=${purpose}`), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}`, ...headers },
    body: body as BodyInit,
  });
  return { status: response.status, ack: (await response.json()) as Ack<{ id: MediaId }> };
}
async function uploaded(sent: Sent = {}): Promise<MediaId> {
  const { ack } = await upload(await plainPicture(), sent);
  if (!ack.ok) throw new Error(ack.code);
  return ack.data.id;
}
async function addressOf(id: MediaId, who = ana): Promise<string | undefined> {
  const ack = await server.rpc(who, 'media.sign', { ids: [id] });
  if (!ack.ok) throw new Error(ack.code);
  return ack.data.urls.find(([name]) => name === id)?.[1];
}

describe('an upload', () => {
  it('becomes a picture in two sizes that its address shows', async () => {
    const id = await uploaded();
    const address = (await addressOf(id)) ?? '';
    for (const size of [128, 512]) {
      const response = await fetch(url(`${address}&s=${size}`));
      expect(response.status).toBe(200);
      expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({
        format: 'webp',
        width: size,
      });
    }
  });

  it('of the same picture twice has two names', async () => {
    expect(await uploaded()).not.toBe(await uploaded());
  });

  it('keeps nothing of where a photo was taken', async () => {
    const { ack } = await upload(await phonePhoto());
    const address = ack.ok ? await addressOf(ack.data.id) : undefined;
    const bytes = Buffer.from(await (await fetch(url(address ?? ''))).arrayBuffer());
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
    expect(bytes.includes('SecretCamera')).toBe(false);
  });

  it('is taken by its content, whatever the sender calls it', async () => {
    for (const type of ['image/svg+xml', 'application/json', 'text/html', 'image/png; charset=x'])
      expect((await upload(await plainPicture(), { headers: { 'content-type': type } })).ack.ok).toBe(true);
  });

  it('that is no picture, too large in bytes or in pixels, is refused with its reason', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const half = (await phonePhoto()).subarray(0, 700);
    for (const body of [svg, new Uint8Array(), new TextEncoder().encode('{}'), half])
      expect(await upload(body, { headers: { 'content-type': 'image/png' } })).toEqual({
        status: 415,
        ack: { ok: false, code: 'NOT_A_PICTURE' },
      });
    const whole = await plainPicture();
    const large = Buffer.concat([whole, Buffer.alloc(limits.pictureBytesMax - whole.length + 1)]);
    for (const body of [large, await bombPicture(60_000, 60_000)])
      expect(await upload(body)).toEqual({ status: 413, ack: { ok: false, code: 'TOO_LARGE' } });
    // One byte less is still a picture with something behind it.
    expect((await upload(large.subarray(0, -1))).ack.ok).toBe(true);
  });

  it('leaves no file behind when it is refused', async () => {
    const folder = join(server.dataDir, 'media');
    const before = (await readdir(folder, { recursive: true })).length;
    await upload(new TextEncoder().encode('nothing'));
    expect(await readdir(folder, { recursive: true })).toHaveLength(before);
  });

  it('needs a login, a purpose and a page of ours', async () => {
    const picture = await plainPicture();
    expect((await upload(picture, { token: 'x' })).ack).toMatchObject({ code: 'UNAUTH' });
    for (const purpose of ['', 'nothing', 'avatar&for=chat', '__proto__'])
      expect((await upload(picture, { purpose })).ack).toMatchObject({ code: 'BAD' });
    const foreign = { origin: 'https://evil.example' };
    expect(await upload(picture, { headers: foreign })).toMatchObject({ status: 403, ack: { code: 'FORBIDDEN' } });
    expect((await upload(picture, { headers: { 'sec-fetch-site': 'cross-site' } })).ack.ok).toBe(false);
    expect((await upload(picture, { headers: { origin: server.url } })).ack.ok).toBe(true);
  });

  it('of a device that was logged out is refused', async () => {
    const gone = await server.device(ana);
    await server.rpc(ana, 'device.revoke', { id: gone.deviceId, op: newOp() });
    expect((await upload(await plainPicture(), { token: gone.token })).ack).toMatchObject({ code: 'REVOKED' });
  });

  it('is refused before its body has come', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(url('/api/upload?for=avatar'), { method: 'POST' }, (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.setHeader('content-length', limits.pictureBytesMax);
      // The headers and one byte: the rest never comes.
      request.write('x');
    });
    expect(status).toBe(401);
  });
});

describe('the number of uploads', () => {
  it('is limited for a person, on all devices together', async () => {
    const strict = await startTestServer({
      limits: { rate: { upload: { burst: 2, everyMs: 600_000 } }, password: { memoryKiB: 8, passes: 1 } },
    });
    try {
      const budi = await strict.person('budi');
      const send = async (who: TestPerson) => {
        const response = await fetch(`http://127.0.0.1:${strict.port}/api/upload?for=avatar`, {
          method: 'POST',
          headers: { authorization: `Bearer ${who.token}` },
          body: (await plainPicture()) as BodyInit,
        });
        return [response.status, response.headers.get('retry-after')];
      };
      expect((await send(budi))[0]).toBe(200);
      expect((await send(await strict.device(budi)))[0]).toBe(200);
      const [status, seconds] = await send(budi);
      expect(status).toBe(429);
      expect(Number(seconds)).toBeGreaterThan(300);
      expect(Number(seconds)).toBeLessThanOrEqual(600);
      expect((await send(await strict.person('eva')))[0]).toBe(200);
    } finally {
      await strict.close();
    }
  });
});

describe('the address of a picture', () => {
  it('says that only this browser may keep it, and that it is an image and nothing else', async () => {
    const response = await fetch(url((await addressOf(await uploaded())) ?? ''));
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline; filename="picture.webp"',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    const [, age = ''] = /^private, immutable, max-age=(\d+)$/.exec(headers['cache-control'] ?? '') ?? [];
    expect(Number(age)).toBeGreaterThan(24 * 3_600);
    expect(Number(age)).toBeLessThanOrEqual(48 * 3_600);
    expect(JSON.stringify(headers)).not.toMatch(/ana/);
  });

  it('shows nothing without its seal, with one changed, or for another picture', async () => {
    const id = await uploaded();
    const address = (await addressOf(id)) ?? '';
    const other = await uploaded();
    const wrong = [
      `/media/${id}`,
      `/media/${id}?e=99999999&k=AAAAAAAAAAAAAAAAAAAAAA`,
      address.replace(/k=./, (found) => (found === 'k=A' ? 'k=B' : 'k=A')),
      address.replace(/e=(\d+)/, (_found, day: string) => `e=${Number(day) + 1}`),
      address.replace(id, other),
      address.replace(/&k=.*/, ''),
      address.replace('k=', 'k=a&k='),
      '/media/..%2F..%2Ftoken.key?e=1&k=1',
      '/media/%00?e=1&k=1',
      '/media/',
    ];
    for (const path of wrong) {
      const response = await fetch(url(path));
      expect([path, response.status]).toEqual([path, 403]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect((await fetch(url('/media/a/b'))).status).toBe(404);
    expect((await fetch(url(`${address}&s=64`))).status).toBe(400);
    expect((await fetch(url(`${address}&s=128&s=512`))).status).toBe(400);
  });

  it('ends after two days at the latest', async () => {
    const address = (await addressOf(await uploaded())) ?? '';
    nowMs += 48 * 3_600_000;
    const response = await fetch(url(address));
    nowMs -= 48 * 3_600_000;
    expect(response.status).toBe(410);
  });

  it('of a picture that does not exist shows nothing', async () => {
    const nothing = toMediaId('AAAAAAAAAAAAAAAAAAAAAA');
    expect((await fetch(url(server.tools.mediaUrls.sign(nothing)))).status).toBe(404);
  });

  it('answers HEAD without a body and leaves no file open', async () => {
    const address = (await addressOf(await uploaded())) ?? '';
    const response = await fetch(url(address), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(50);
  });
});
