import { createHash } from 'node:crypto';
import { readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '#protocol/limits.ts';
import {
  announce,
  askTus,
  beginPatch,
  metadataOf,
  newMediaId,
  sendBytes,
  uploadFile,
} from '#testing/files/uploadFile.ts';
import { plainPicture } from '#testing/samplePictures.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';

let server: TestServer;
let ana: TestPerson;
let ben: TestPerson;
let origin: string;
beforeAll(async () => {
  server = await startTestServer();
  origin = `http://127.0.0.1:${server.port}`;
  [ana, ben] = [await server.person('ana'), await server.person('ben')];
});
afterAll(() => server.close());

const bytesOf = (length: number, seed = 7): Buffer => {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * seed + (at >> 8)) & 0xff;
  return bytes;
};
const halves = () => readdir(join(server.dataDir, 'uploads')).catch(() => []);
/** The whole of a file as its owner reads it. */
async function readBack(id: string, who = ana): Promise<Buffer> {
  const ack = await server.rpc(who, 'media.sign', { ids: [id as never] });
  const address = ack.ok ? ack.data.urls[0]?.[1] : undefined;
  if (address === undefined) throw new Error('no address');
  return Buffer.from(await (await fetch(origin + address)).arrayBuffer());
}

describe('an upload', () => {
  it('in one piece is there, byte for byte, and leaves nothing half behind', async () => {
    const bytes = bytesOf(300_000);
    const { id, status } = await uploadFile(origin, { token: ana.token, t: 'f', bytes });
    expect(status).toBe(204);
    expect((await readBack(id)).equals(bytes)).toBe(true);
    expect(await halves()).not.toContain(id);
  });

  it('in many pieces is there too, also when each comes with another token of the same person', async () => {
    const bytes = bytesOf(100_000, 3);
    const id = newMediaId();
    const devices = [ana, await server.device(ana), await server.device(ana)];
    await announce(origin, { token: ana.token, id, t: 'f', length: bytes.length });
    for (let at = 0; at < bytes.length; at += 17_000) {
      const { token } = devices[(at / 17_000) % 3] ?? ana;
      const sent = await sendBytes(origin, { token, id, offset: at, bytes: bytes.subarray(at, at + 17_000) });
      expect([sent.status, sent.offset]).toEqual([204, Math.min(bytes.length, at + 17_000)]);
    }
    expect((await readBack(id)).equals(bytes)).toBe(true);
  });

  it('announced twice is one: the second finds where the first stands', async () => {
    const bytes = bytesOf(50_000);
    const id = newMediaId();
    const said = { token: ana.token, id, t: 'f' as const, length: bytes.length };
    expect(await announce(origin, said)).toMatchObject({ status: 201 });
    await sendBytes(origin, { token: ana.token, id, offset: 0, bytes: bytes.subarray(0, 20_000) });
    const again = await announce(origin, said);
    expect([again.status, again.offset, again.headers.get('location')]).toEqual([200, 20_000, `/api/files/${id}`]);
    await sendBytes(origin, { token: ana.token, id, offset: 20_000, bytes: bytes.subarray(20_000) });
    expect(await announce(origin, said)).toMatchObject({ status: 200, offset: 50_000 });
    expect(await askTus(origin, { token: ana.token, method: 'HEAD', id })).toMatchObject({
      status: 200,
      offset: 50_000,
    });
    expect((await readBack(id)).equals(bytes)).toBe(true);
  });

  it('announced twice at the same moment loses no byte', async () => {
    const bytes = bytesOf(40_000);
    const id = newMediaId();
    const said = { token: ana.token, id, t: 'f' as const, length: bytes.length };
    const both = await Promise.all([announce(origin, said), announce(origin, said)]);
    for (const { status } of both) expect([200, 201]).toContain(status);
    await sendBytes(origin, { token: ana.token, id, offset: 0, bytes: bytes.subarray(0, 10_000) });
    await announce(origin, said);
    await sendBytes(origin, { token: ana.token, id, offset: 10_000, bytes: bytes.subarray(10_000) });
    expect((await readBack(id)).equals(bytes)).toBe(true);
  });

  it('may come with its announcement', async () => {
    const bytes = bytesOf(9_000);
    const id = newMediaId();
    const headers = { 'upload-length': '9000', 'upload-metadata': metadataOf({ id, t: 'f' }) };
    const sent = await askTus(origin, { token: ana.token, method: 'POST', headers, body: bytes as BodyInit });
    expect([sent.status, sent.offset]).toEqual([201, 9_000]);
    expect((await readBack(id)).equals(bytes)).toBe(true);
  });

  it('belongs to one person: others neither see, continue, end nor announce it', async () => {
    const id = newMediaId();
    await announce(origin, { token: ana.token, id, t: 'f', length: 100 });
    const asBen = { token: ben.token, id };
    expect(await announce(origin, { ...asBen, t: 'f', length: 100 })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await askTus(origin, { ...asBen, method: 'HEAD' })).toMatchObject({ status: 404 });
    expect(await sendBytes(origin, { ...asBen, offset: 0, bytes: bytesOf(100) })).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(await askTus(origin, { ...asBen, method: 'DELETE' })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await askTus(origin, { token: ana.token, id, method: 'HEAD' })).toMatchObject({ status: 200, offset: 0 });
  });

  it('that is cancelled is gone, with its bytes', async () => {
    const id = newMediaId();
    await announce(origin, { token: ana.token, id, t: 'f', length: 100 });
    await sendBytes(origin, { token: ana.token, id, offset: 0, bytes: bytesOf(50) });
    expect(await halves()).toContain(id);
    expect(await askTus(origin, { token: ana.token, id, method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await halves()).not.toContain(id);
    expect(await askTus(origin, { token: ana.token, id, method: 'HEAD' })).toMatchObject({ status: 404 });
    expect(await sendBytes(origin, { token: ana.token, id, offset: 50, bytes: bytesOf(50) })).toMatchObject({
      status: 404,
    });
  });
});

describe('what is wrong with an upload is said', () => {
  it('without a login, from another page, without the protocol', async () => {
    const said = { 'upload-length': '5', 'upload-metadata': metadataOf({ id: newMediaId(), t: 'f' }) };
    expect(await askTus(origin, { token: 'x', method: 'POST', headers: said })).toMatchObject({
      status: 401,
      code: 'UNAUTH',
    });
    for (const headers of [
      { ...said, origin: 'https://evil.example' },
      { ...said, 'sec-fetch-site': 'cross-site' },
    ])
      expect(await askTus(origin, { token: ana.token, method: 'POST', headers })).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      });
    const old = { ...said, 'tus-resumable': '0.2.2' };
    expect(await askTus(origin, { token: ana.token, method: 'POST', headers: old })).toMatchObject({
      status: 400,
      code: 'BAD',
    });
    expect(
      (await askTus(origin, { token: ana.token, method: 'POST', headers: said })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
  });

  it.each([
    [{ 'upload-length': 'x' }],
    [{ 'upload-length': '-1' }],
    [{ 'upload-length': '0' }],
    [{ 'upload-length': '1e3' }],
    [{ 'upload-defer-length': '1' }],
    [{ 'upload-length': '5', 'upload-concat': 'partial' }],
    [{ 'upload-length': '5', 'upload-metadata': '' }],
    [{ 'upload-length': '5', 'upload-metadata': metadataOf({ id: '../../token.key', t: 'f' }) }],
    [{ 'upload-length': '5', 'upload-metadata': metadataOf({ id: newMediaId(), t: 'x' }) }],
    [{ 'upload-length': '5', 'upload-metadata': metadataOf({ id: newMediaId(), t: 'constructor' }) }],
  ])('%j is not understood', async (headers) => {
    const metadata = metadataOf({ id: newMediaId(), t: 'f' });
    const answer = await askTus(origin, {
      token: ana.token,
      method: 'POST',
      headers: { 'upload-metadata': metadata, ...headers },
    });
    expect(answer).toMatchObject({ status: 400, code: 'BAD' });
  });

  it('one that claims to be too large is refused before a byte, by what it is', async () => {
    const large = [
      ['f', 10 * 1_024 ** 3],
      ['f', limits.fileBytesMax + 1],
      ['i', limits.imageBytesMax + 1],
      ['a', limits.voiceBytesMax + 1],
      ['f', Number.MAX_SAFE_INTEGER - 1],
    ] as const;
    for (const [t, length] of large)
      expect(await announce(origin, { token: ana.token, id: newMediaId(), t, length })).toMatchObject({
        status: 413,
        code: 'TOO_LARGE',
      });
  });

  it('another length or type under the same id', async () => {
    const id = newMediaId();
    await announce(origin, { token: ana.token, id, t: 'f', length: 100 });
    for (const [t, length] of [
      ['f', 101],
      ['v', 100],
    ] as const)
      expect(await announce(origin, { token: ana.token, id, t, length })).toMatchObject({
        status: 409,
        code: 'CID_MISMATCH',
      });
  });

  it('a wrong offset, more bytes than announced, no offset, another type of body', async () => {
    const id = newMediaId();
    const { token } = ana;
    await announce(origin, { token, id, t: 'f', length: 100 });
    for (const offset of [1, 99, 100, 1e9])
      expect([offset, (await sendBytes(origin, { token, id, offset, bytes: bytesOf(1) })).status]).toEqual([
        offset,
        409,
      ]);
    expect(await sendBytes(origin, { token, id, offset: 0, bytes: bytesOf(101) })).toMatchObject({
      status: 413,
      code: 'TOO_LARGE',
    });
    expect((await askTus(origin, { token, id, method: 'PATCH', body: 'x' })).status).toBe(403);
    const wrong = { 'upload-offset': '0', 'content-type': 'text/html' };
    expect((await askTus(origin, { token, id, method: 'PATCH', headers: wrong, body: 'x' })).status).toBe(400);
    for (const offset of ['-1', 'x', '0x0'])
      expect(
        (await sendBytes(origin, { token, id, offset: 0, bytes: bytesOf(1), headers: { 'upload-offset': offset } }))
          .status,
      ).toBe(400);
    expect(await askTus(origin, { token, id, method: 'HEAD' })).toMatchObject({ offset: 0 });
  });

  it('bytes whose sum is another do not count, those whose sum is right do', async () => {
    const id = newMediaId();
    const { token } = ana;
    const bytes = bytesOf(5_000);
    await announce(origin, { token, id, t: 'f', length: bytes.length });
    const sumOf = (of: Uint8Array, algorithm: string) =>
      `${algorithm} ${createHash(algorithm).update(of).digest('base64')}`;
    const first = bytes.subarray(0, 2_000);
    const wrong = await sendBytes(origin, {
      token,
      id,
      offset: 0,
      bytes: first,
      headers: { 'upload-checksum': sumOf(bytes, 'sha1') },
    });
    expect([wrong.status, wrong.code]).toEqual([460, 'STALE']);
    expect(await askTus(origin, { token, id, method: 'HEAD' })).toMatchObject({ offset: 0 });
    for (const odd of ['md4 AAAA', 'sha1', 'sha1 ?'])
      expect(
        (await sendBytes(origin, { token, id, offset: 0, bytes: first, headers: { 'upload-checksum': odd } })).code,
      ).toBe('BAD');
    const right = { 'upload-checksum': sumOf(first, 'sha1') };
    expect((await sendBytes(origin, { token, id, offset: 0, bytes: first, headers: right })).offset).toBe(2_000);
    const rest = bytes.subarray(2_000);
    const last = { 'upload-checksum': sumOf(rest, 'sha256') };
    expect((await sendBytes(origin, { token, id, offset: 2_000, bytes: rest, headers: last })).offset).toBe(5_000);
    expect((await readBack(id)).equals(bytes)).toBe(true);
  });

  it('no such upload', async () => {
    for (const id of [newMediaId(), 'x', '%2e%2e%2ftoken.key', '%00'])
      for (const method of ['HEAD', 'DELETE'] as const)
        expect([id, (await askTus(origin, { token: ana.token, id, method })).status]).toEqual([id, 404]);
  });
});

describe('a disk that is full', () => {
  it.skipIf(process.platform !== 'linux')(
    'in the middle is said, and the upload goes on when there is room again',
    async () => {
      const id = newMediaId();
      const { token } = ana;
      const bytes = bytesOf(30_000);
      await announce(origin, { token, id, t: 'f', length: bytes.length });
      const path = join(server.dataDir, 'uploads', id);
      await rm(path);
      await symlink('/dev/full', path);
      const full = await sendBytes(origin, { token, id, offset: 0, bytes });
      expect([full.status, full.code]).toEqual([503, 'UNAVAILABLE']);
      await rm(path);
      await writeFile(path, bytes.subarray(0, 12_345));
      const { offset = 0 } = await askTus(origin, { token, id, method: 'HEAD' });
      expect(offset).toBe(12_345);
      expect((await sendBytes(origin, { token, id, offset, bytes: bytes.subarray(offset) })).status).toBe(204);
      expect((await readBack(id)).equals(bytes)).toBe(true);
    },
  );
});

describe('the space of a person', () => {
  it('ends in words, counts what is on its way, and is free again after a cancellation', async () => {
    const small = await startTestServer({
      limits: { off: true, password: { memoryKiB: 8, passes: 1 }, personBytes: 10_000 },
    });
    try {
      const place = `http://127.0.0.1:${small.port}`;
      const eva = await small.person('eva');
      const { token } = eva;
      const first = newMediaId();
      expect((await announce(place, { token, id: first, t: 'f', length: 6_000 })).status).toBe(201);
      const second = { token, id: newMediaId(), t: 'f', length: 6_000 } as const;
      expect(await announce(place, second)).toMatchObject({ status: 507, code: 'QUOTA' });
      expect(await small.rpc(eva, 'media.quota', {})).toEqual({ ok: true, data: { used: 6_000, most: 10_000 } });
      const many = await Promise.all(
        Array.from({ length: 5 }, () => announce(place, { token, id: newMediaId(), t: 'f', length: 1_500 })),
      );
      expect(many.filter(({ status }) => status === 201)).toHaveLength(2);
      await askTus(place, { token, id: first, method: 'DELETE' });
      expect((await announce(place, second)).status).toBe(201);
      // Nobody else is concerned.
      expect(
        (await uploadFile(place, { token: (await small.person('joe')).token, t: 'i', bytes: await plainPicture() }))
          .status,
      ).toBe(204);
    } finally {
      await small.close();
    }
  });
});

describe('the number of uploads', () => {
  it('is limited for a person', async () => {
    const strict = await startTestServer({
      limits: { rate: { file: { burst: 2, everyMs: 600_000 } }, password: { memoryKiB: 8, passes: 1 } },
    });
    try {
      const { token } = await strict.person('budi');
      const again = () => announce(`http://127.0.0.1:${strict.port}`, { token, id: newMediaId(), t: 'f', length: 5 });
      expect([(await again()).status, (await again()).status]).toEqual([201, 201]);
      expect(await again()).toMatchObject({ status: 429, code: 'RATE' });
    } finally {
      await strict.close();
    }
  });
});

describe('a line that breaks', () => {
  it('behind the last byte: who asks how far the file has come hears its end only when it can be had', async () => {
    const bytes = bytesOf(400_000);
    let ends = 0;
    for (let round = 0; round < 60; round += 1) {
      const id = newMediaId();
      await announce(origin, { token: ana.token, id, t: 'f', length: bytes.length });
      const { request, ended } = beginPatch(origin, { token: ana.token, id, offset: 0, length: bytes.length });
      await new Promise((written) => request.write(bytes, written));
      await pause(round % 6);
      const asked = askTus(origin, { token: ana.token, method: 'HEAD', id });
      if (round % 2 === 0) request.destroy();
      const { status, offset } = await asked;
      expect(status, `round ${round}`).toBe(200);
      if (offset === bytes.length) {
        ends += 1;
        expect((await readBack(id)).equals(bytes), `round ${round}`).toBe(true);
      }
      request.destroy();
      await ended;
    }
    expect(ends).toBeGreaterThan(0);
  });

  it('at random points, on either side, loses nothing and is never answered with other bytes', async () => {
    const bytes = bytesOf(3_000_000, 11);
    const id = newMediaId();
    const other = await server.device(ana);
    await announce(origin, { token: ana.token, id, t: 'f', length: bytes.length });
    let rounds = 0;
    for (let offset = 0; offset < bytes.length; rounds += 1) {
      const { token } = rounds % 2 === 0 ? ana : other;
      const most = 150_000 + ((rounds * 7_919) % 400_000);
      await breakAfter({ token, id, offset, bytes: bytes.subarray(offset), most, isServerSide: rounds % 3 === 1 });
      const now = await askTus(origin, { token, method: 'HEAD', id });
      expect(now.offset).toBeGreaterThanOrEqual(offset);
      offset = now.offset ?? 0;
      expect(rounds).toBeLessThan(100);
    }
    expect(rounds).toBeGreaterThan(3);
    expect((await readBack(id)).equals(bytes)).toBe(true);
  });

  /** Sends so many bytes of a request that promises all of them, then lets the connection die. */
  function breakAfter(asked: {
    token: string;
    id: string;
    offset: number;
    bytes: Buffer;
    most: number;
    isServerSide: boolean;
  }) {
    const { request, ended } = beginPatch(origin, { ...asked, length: asked.bytes.length });
    request.write(asked.bytes.subarray(0, asked.most), () => {
      if (asked.most >= asked.bytes.length) request.end();
      else if (asked.isServerSide) setTimeout(() => server.server.closeAllConnections(), 20);
      else setTimeout(() => request.destroy(), 20);
    });
    return ended;
  }
});
