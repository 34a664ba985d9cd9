import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaPart, MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toCid, toOpId } from '#protocol/casts.ts';
import { announce, askTus, newMediaId, sendBytes, uploadFile } from '#testing/files/uploadFile.ts';
import { bombGif, movingPicture, sampleStarts } from '#testing/samplePhotos.ts';
import { bombPicture, noteBomb, phonePhoto, plainPicture } from '#testing/samplePictures.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';

let server: TestServer;
let origin: string;
let ana: TestPerson;
let ben: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  origin = `http://127.0.0.1:${server.port}`;
  [ana, ben] = [await server.person('ana'), await server.person('ben')];
});
afterAll(() => server.close());

const upload = (t: MediaType, bytes: Uint8Array, name?: string) =>
  uploadFile(origin, { token: ana.token, t, bytes, ...(name === undefined ? {} : { name }) });
const data = <T>(ack: { ok: true; data: T } | { ok: false; code: string; msg?: string | undefined }): T => {
  if (!ack.ok) throw new Error(`${ack.code} ${ack.msg ?? ''}`);
  return ack.data;
};
async function addressOf(id: MediaId, who = ana): Promise<string | undefined> {
  return data(await server.rpc(who, 'media.sign', { ids: [id] })).urls[0]?.[1];
}
const get = async (id: MediaId, query = '', init: RequestInit = {}) =>
  fetch(`${origin}${await addressOf(id)}${query}`, init);
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
async function groupOf(...people: TestPerson[]): Promise<ChatId> {
  const input = {
    i: toCid(crypto.randomUUID()),
    kind: chatKind.group,
    users: people.slice(1).map(({ userId }) => userId),
    title: 'group',
  };
  return data(await server.rpc(people[0] as TestPerson, 'chat.create', input)).chat.h.c;
}
async function send(who: TestPerson, c: ChatId, parts: MediaPart[]) {
  const item = { i: toCid(crypto.randomUUID()), k: messageKind.media, b: { f: parts } };
  return data(await server.rpc(who, 'message.send', { c, items: [item] })).items[0]!;
}
async function bodyOf(c: ChatId, who = ana): Promise<{ f: MediaPart[] }> {
  const { rows } = data(await server.rpc(who, 'history.get', { c, around: 1e9, limit: 5 }));
  return rows.at(-1)?.b as never;
}

describe('a photo', () => {
  it('has three copies, upright, that have forgotten place and camera', async () => {
    const { id, status } = await upload('i', await phonePhoto(2_000, 1_000));
    expect(status).toBe(204);
    for (const [size, height, format] of [
      ['o', 2_000, 'jpeg'],
      ['1280', 1_280, 'webp'],
      ['320', 320, 'webp'],
    ] as const) {
      const bytes = await bytesOf(await get(id, `&s=${size}`));
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format, height, width: height / 2 });
      expect(metadata).not.toHaveProperty('exif');
      expect(bytes.includes('SecretCamera')).toBe(false);
    }
  });

  it('is told by the server in its size, box and blur, whatever its sender believes', async () => {
    const { id } = await upload('i', await phonePhoto(600, 300), 'holi\u202eday.jpg');
    const c = await groupOf(ana, ben);
    expect(await send(ana, c, [{ id, t: 'i', z: 5, w: 1, h: 1, b: 'x', m: 'text/html' }])).toHaveProperty('s');
    const [part] = (await bodyOf(c, ben)).f;
    const whole = await bytesOf(await get(id));
    expect(part).toEqual({
      id,
      t: 'i',
      z: whole.length,
      w: 300,
      h: 600,
      m: 'image/jpeg',
      n: 'holiday.jpg',
      b: part?.b,
    });
    expect(part?.b).toMatch(/^[A-Za-z0-9+/]{20,60}=*$/);
  });

  it('with something behind it loses that', async () => {
    const secret = Buffer.from('<script>alert(1)</script>PK\u0003\u0004');
    const { id, status } = await upload('i', Buffer.concat([await phonePhoto(), secret]));
    expect(status).toBe(204);
    for (const size of ['o', '1280', '320'])
      expect((await bytesOf(await get(id, `&s=${size}`))).includes('script')).toBe(false);
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('may be a %s', async (kind) => {
    const { id, status } = await upload(
      'i',
      await sharp(await plainPicture(100, 50))
        .toFormat(kind)
        .toBuffer(),
    );
    expect(status).toBe(204);
    expect(await sharp(await bytesOf(await get(id))).metadata()).toMatchObject({ width: 100, height: 50 });
  });

  it('that is larger than a screen is made smaller', async () => {
    const { id } = await upload('i', await plainPicture(6_000, 3_000));
    expect(await sharp(await bytesOf(await get(id))).metadata()).toMatchObject({ width: 4_096, height: 2_048 });
  });

  it.each(['gif', 'webp'] as const)('that moves (%s) still does, and stands still where it is small', async (kind) => {
    const { id, status } = await upload('i', await movingPicture(kind, 5));
    expect(status).toBe(204);
    for (const [size, pages] of [
      ['o', 5],
      ['1280', 5],
      ['320', undefined],
    ] as const)
      expect((await sharp(await bytesOf(await get(id, `&s=${size}`))).metadata()).pages).toBe(pages);
  });
});

describe('what is no photo or too much of one is refused in words', () => {
  it.each([
    ['a picture of 3,600 million pixels in a few bytes', 413, 'TOO_LARGE', () => bombPicture(60_000, 60_000)],
    ['one that is only long', 413, 'TOO_LARGE', () => bombPicture(20_000, 10)],
    ['one with too many frames', 413, 'TOO_LARGE', async () => bombGif(500, 10)],
    ['frames that are too large together', 413, 'TOO_LARGE', async () => bombGif(300, 2_000)],
    ['a page', 415, 'NOT_A_PICTURE', async () => sampleStarts.html],
    ['a drawing that runs', 415, 'NOT_A_PICTURE', async () => sampleStarts.svg],
    ['a film', 415, 'NOT_A_PICTURE', async () => sampleStarts.mp4],
    ['a HEIC', 415, 'NOT_A_PICTURE', async () => sampleStarts.heic],
    ['half a photo', 415, 'NOT_A_PICTURE', async () => (await phonePhoto(900, 900)).subarray(0, 1_500)],
    [
      'the beginning of a picture before a page',
      415,
      'NOT_A_PICTURE',
      async () => Buffer.concat([Buffer.from('GIF89a'), sampleStarts.html]),
    ],
    [
      'another beginning of one',
      415,
      'NOT_A_PICTURE',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), sampleStarts.zip]),
    ],
  ])('%s', async (_what, status, code, make) => {
    const bytes = await make();
    const { id, ...answer } = await upload('i', bytes, 'photo.jpg');
    expect(answer).toEqual({ status, code });
    // Asked again it is answered the same, without the bytes.
    expect(await announce(origin, { token: ana.token, id, t: 'i', length: bytes.length })).toMatchObject({
      status,
      code,
    });
    expect((await askTus(origin, { token: ana.token, method: 'HEAD', id })).status).toBe(status);
    expect(await addressOf(id)).toBeUndefined();
    const c = await groupOf(ana, ben);
    expect(await send(ana, c, [{ id, t: 'i', z: 5 }])).toMatchObject({ code: 'NOT_FOUND' });
    expect((await askTus(origin, { token: ana.token, method: 'DELETE', id })).status).toBe(204);
  });

  it.each([
    ['v', 'html'],
    ['v', 'ogg'],
    ['v', 'matroska'],
    ['v', 'heic'],
    ['a', 'quicktime'],
    ['a', 'pdf'],
    ['a', 'text'],
    ['a', 'elf'],
  ] as const)('as %s: %s', async (t, name) => {
    expect(await upload(t, sampleStarts[name])).toMatchObject({ status: 415, code: 'WRONG_TYPE' });
  });
});

describe('a photo with a note that unpacks to far more than it is', () => {
  it.each(['zTXt', 'iCCP'] as const)('%s: is refused, or has forgotten it', async (kind) => {
    const bytes = await noteBomb(kind, 150_000_000);
    expect(bytes.length).toBeLessThan(1_000_000);
    const { id, status, code } = await upload('i', bytes);
    expect([204, 413, 415]).toContain(status);
    if (code === undefined) {
      const { icc, comments } = await sharp(await bytesOf(await get(id, '&s=o'))).metadata();
      expect((icc?.length ?? 0) + JSON.stringify(comments ?? []).length).toBeLessThan(10_000);
    }
    // Whoever had to look at it is well.
    expect(await upload('i', await plainPicture())).toMatchObject({ status: 204 });
  });
});

describe('a file on its way out', () => {
  it.each([
    ['v', 'mp4', 'video/mp4', true],
    ['a', 'mp4', 'audio/mp4', true],
    ['v', 'webm', 'video/webm', true],
    ['a', 'webm', 'audio/webm', true],
    ['v', 'quicktime', 'video/quicktime', true],
    ['a', 'wav', 'audio/wav', true],
    ['f', 'mp4', 'video/mp4', false],
    ['f', 'pdf', 'application/pdf', false],
    ['f', 'html', 'application/octet-stream', false],
    ['f', 'svg', 'application/octet-stream', false],
    ['f', 'xml', 'application/octet-stream', false],
  ] as const)('as %s: %s is %s, shown in place: %s', async (t, name, type, isShown) => {
    const { id } = await upload(t, sampleStarts[name], 'page.html');
    const response = await get(id);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': isShown ? 'inline' : `attachment; filename="file"; filename*=UTF-8''page.html`,
    });
    expect((await bytesOf(response)).equals(sampleStarts[name])).toBe(true);
  });

  it('has its cleaned name in any script, and nothing else in the header', async () => {
    const { id } = await upload('f', sampleStarts.text, `../"\r\nset-cookie: a=b\u202e'(写真).txt`);
    const { headers } = await get(id);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''_set-cookie_%20a%3Db%27%28%E5%86%99%E7%9C%9F%29.txt`,
    );
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('of a picture too, where it is asked for', async () => {
    const { id } = await upload('i', await plainPicture(), 'sea.png');
    expect((await get(id)).headers.get('content-disposition')).toBe('inline');
    expect((await get(id, '&d=1')).headers.get('content-disposition')).toMatch(/^attachment; .*sea\.png$/);
  });

  it('comes in parts', async () => {
    const { id } = await upload('v', sampleStarts.mp4);
    const whole = sampleStarts.mp4;
    const part = await get(id, '', { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 10-19/${whole.length}`,
      '10',
    ]);
    expect((await bytesOf(part)).equals(whole.subarray(10, 20))).toBe(true);
    const end = await get(id, '', { headers: { range: 'bytes=-7' } });
    expect((await bytesOf(end)).equals(whole.subarray(-7))).toBe(true);
    const none = await get(id, '', { headers: { range: `bytes=${whole.length}-` } });
    expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    const head = await get(id, '', { method: 'HEAD' });
    expect([head.status, head.headers.get('accept-ranges'), head.headers.get('content-length')]).toEqual([
      200,
      'bytes',
      `${whole.length}`,
    ]);
  });

  it('is not there in sizes it does not have', async () => {
    const { id } = await upload('f', sampleStarts.text);
    expect((await get(id, '&s=320')).status).toBe(404);
    for (const size of ['64', '512', '../o', '', 'o&s=320'])
      expect([size, (await get(id, `&s=${size}`)).status]).toEqual([size, 400]);
  });
});

describe('an address', () => {
  it('is one person’s, and shows nothing with another name, seal, day or file in it', async () => {
    const { id } = await upload('f', sampleStarts.text);
    const other = await upload('f', sampleStarts.pdf);
    const address = (await addressOf(id)) ?? '';
    expect(address).toContain(`u=${ana.userId}`);
    const wrong = [
      address.replace(`u=${ana.userId}`, `u=${ben.userId}`),
      address.replace(/u=\d+&/, ''),
      address.replace(/u=\d+/, 'u='),
      address.replace(`u=${ana.userId}`, `u=${ana.userId}&u=${ana.userId}`),
      address.replace(id, other.id),
      address.replace(/e=(\d+)/, (_all, day: string) => `e=${Number(day) + 1}`),
      address.replace(/k=./, (found) => (found === 'k=A' ? 'k=B' : 'k=A')),
    ];
    for (const path of wrong) expect([path, (await fetch(origin + path)).status]).toEqual([path, 403]);
    expect(await addressOf(id, ben)).toBeUndefined();
  });

  it('of a member who was removed opens nothing any more', async () => {
    const { id } = await upload('f', sampleStarts.text);
    const c = await groupOf(ana, ben);
    await send(ana, c, [{ id, t: 'f', z: 10 }]);
    const address = (await addressOf(id, ben)) ?? '';
    expect((await fetch(origin + address)).status).toBe(200);
    data(await server.rpc(ana, 'chat.kick', { c, members: [ben.userId as never], op: toOpId(crypto.randomUUID()) }));
    expect((await fetch(origin + address)).status).toBe(404);
    expect(await addressOf(id, ben)).toBeUndefined();
    expect((await fetch(origin + ((await addressOf(id)) ?? ''))).status).toBe(200);
  });

  it('ends with the message', async () => {
    const { id } = await upload('f', sampleStarts.text);
    const c = await groupOf(ana, ben);
    const { s } = (await send(ana, c, [{ id, t: 'f', z: 10 }])) as { s: number };
    const address = (await addressOf(id, ben)) ?? '';
    data(await server.rpc(ana, 'message.unsend', { c, s, op: toOpId(crypto.randomUUID()) }));
    expect((await fetch(origin + address)).status).toBe(404);
  });
});

describe('a server that died between the last byte and its answer', () => {
  it('finishes the file when it is asked for it', async () => {
    const id = newMediaId();
    const bytes = await phonePhoto();
    await announce(origin, { token: ana.token, id, t: 'i', length: bytes.length });
    await writeFile(join(server.dataDir, 'uploads', id), bytes);
    expect(await addressOf(id)).toBeUndefined();
    expect(await askTus(origin, { token: ana.token, method: 'HEAD', id })).toMatchObject({
      status: 200,
      offset: bytes.length,
    });
    expect(await addressOf(id)).toBeDefined();
    // The answer to its last bytes was lost: whoever sends them again learns that they are there.
    expect(
      await sendBytes(origin, { token: ana.token, id, offset: bytes.length, bytes: new Uint8Array() }),
    ).toMatchObject({ status: 204 });
    expect(await sendBytes(origin, { token: ana.token, id, offset: 0, bytes })).toMatchObject({
      status: 409,
      code: 'STALE',
    });
  });

  it('asked by many at once does the work once', async () => {
    const id = newMediaId();
    const bytes = await phonePhoto();
    await announce(origin, { token: ana.token, id, t: 'i', length: bytes.length });
    await writeFile(join(server.dataDir, 'uploads', id), bytes);
    const all = await Promise.all(
      Array.from({ length: 6 }, () => askTus(origin, { token: ana.token, method: 'HEAD', id })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
  });

  it('keeps equal bytes once', async () => {
    const bytes = Buffer.concat([sampleStarts.text, Buffer.from(crypto.randomUUID())]);
    const [one, two] = [await upload('f', bytes), await upload('f', bytes)];
    expect(one.id).not.toBe(two.id);
    const names = (await import('node:fs/promises')).readdir(join(server.dataDir, 'media'), { recursive: true });
    const contents = await Promise.all(
      (await names)
        .filter((name) => name.includes('.'))
        .map((name) => readFile(join(server.dataDir, 'media', name)).catch(() => Buffer.alloc(0))),
    );
    expect(contents.filter((content) => content.equals(bytes))).toHaveLength(1);
  });
});
