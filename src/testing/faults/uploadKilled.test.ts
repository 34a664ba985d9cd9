import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '#base/seededRandom.ts';
import { sessionRoutes, type SessionGrant } from '#protocol/session.ts';
import { announce, askTus, beginPatch, newMediaId } from '#testing/files/uploadFile.ts';
import { testPassword } from '#testing/testServer.ts';
import { findFreePort } from '#testing/findFreePort.ts';
import { startServerProcess, type ServerProcess } from './startServerProcess.ts';

/*
 * A file goes up while the process of the server is killed and started again, and the sender's lines die, at random points; two devices of one person take
 * turns. `UPLOAD_SEED=n` tells another story.
 */
const seed = Number(process.env['UPLOAD_SEED'] ?? 7);
const fileBytes = 6_000_000;
const pieceBytes = 64 * 1_024;
const roundsMax = 60;

let dataDir: string;
let server: ServerProcess | undefined;
let port: number;
const origin = (): string => `http://localhost:${port}`;
const start = async (): Promise<void> => {
  server = await startServerProcess({ port, dataDir, isBare: true });
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kabar-upload-'));
  port = await findFreePort();
  await start();
}, 300_000);
afterAll(async () => {
  await server?.kill();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask<T>(path: string, body: object, token?: string): Promise<T> {
  const headers = {
    ...{ origin: origin(), 'content-type': 'application/json' },
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(origin() + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const ack = (await response.json()) as { ok: boolean; data: T };
  if (!ack.ok) throw new Error(JSON.stringify(ack));
  return ack.data;
}

/** What ends a request: nothing, the death of its line, or that of the server, after so many bytes. */
interface Ending {
  readonly by: 'nothing' | 'line' | 'server';
  readonly after: number;
}

/** Sends the rest of a file at the pace of a line, until its end or its fate; resolves when nothing more comes. */
function send(asked: { token: string; id: string; offset: number; bytes: Buffer }, ending: Ending): Promise<unknown> {
  const { request, ended } = beginPatch(origin(), { ...asked, length: asked.bytes.length });
  const write = async (): Promise<void> => {
    for (let at = 0; at < asked.bytes.length && !request.destroyed; at += pieceBytes) {
      if (ending.by !== 'nothing' && at >= ending.after) break;
      request.write(asked.bytes.subarray(at, at + pieceBytes));
      await pause(1);
    }
    if (ending.by === 'server') await server?.kill();
    else if (ending.by === 'line') request.destroy();
    else if (!request.destroyed) request.end();
  };
  void write();
  return ended;
}

it('loses nothing and mixes up nothing, and the other device goes on where the first one stopped', async () => {
  const random = seededRandom(seed);
  const account = { handle: 'ana', password: testPassword, deviceName: 'one' };
  const first = await ask<SessionGrant>(sessionRoutes.signUp.path, { ...account, name: 'Ana' });
  const second = await ask<SessionGrant>(sessionRoutes.logIn.path, { ...account, deviceName: 'two' });
  const bytes = randomBytes(fileBytes);
  const id = newMediaId();
  const deaths = { line: 0, server: 0 };
  let offset = 0;
  for (let round = 0; offset < bytes.length; round += 1) {
    expect(round, `seed ${seed}`).toBeLessThan(roundsMax);
    const { token } = random.pick([first, second]);
    // Whoever goes on announces the same file: the server says that it is there.
    const begun = await announce(origin(), { token, id, t: 'f', length: bytes.length, name: 'film.bin' });
    expect([200, 201], `seed ${seed}`).toContain(begun.status);
    const left = bytes.length - offset;
    const by = round > 20 ? 'nothing' : random.pick(['line', 'server', 'server'] as const);
    // Now and then after the last byte, before its answer.
    const after = random.below(5) === 0 ? left : random.below(Math.min(left, 1_500_000));
    await send({ token, id, offset, bytes: bytes.subarray(offset) }, { by, after });
    if (by !== 'nothing') deaths[by] += 1;
    if (by === 'server') await start();
    const now = await askTus(origin(), { token: random.pick([first, second]).token, method: 'HEAD', id });
    expect(now.status, `seed ${seed}`).toBe(200);
    expect(now.offset, `seed ${seed}: what was there stays`).toBeGreaterThanOrEqual(offset);
    offset = now.offset ?? 0;
  }
  expect(deaths.server, 'a story without a death proves nothing').toBeGreaterThan(1);
  expect(deaths.line + deaths.server).toBeGreaterThan(3);
  expect((await readBack(first, id)).equals(bytes), `seed ${seed}: byte for byte`).toBe(true);
  expect(await readdir(join(dataDir, 'uploads'))).toEqual([]);
}, 600_000);

/** The whole file as its owner reads it. */
async function readBack({ token }: SessionGrant, id: string): Promise<Buffer> {
  const { urls } = await ask<{ urls: [string, string][] }>('/api/rpc/media.sign', { input: { ids: [id] } }, token);
  expect(urls, `seed ${seed}: the file can be had`).toHaveLength(1);
  const response = await fetch(origin() + (urls[0]?.[1] ?? ''));
  expect(response.status, `seed ${seed}`).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
