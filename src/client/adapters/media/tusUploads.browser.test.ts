import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { toChatId, toCid, toDeviceId, toUserId } from '#protocol/casts.ts';
import type { UploadRow } from '#sync/changes.ts';
import { fakeTusServer, type FakeTusServer } from '#testing/browser/fakeTusServer.ts';
import { deletePersonDatabase } from '../db/deletePersonDatabase.ts';
import { localBlobs, type LocalBlobs } from './localBlobs.ts';
import { mediaCache } from './mediaCache.ts';
import { toTusMetadata } from './toTusMetadata.ts';
import { tusUploads } from './tusUploads.ts';

const uid = toUserId(78);
const id = 'a-picture-of-mine____1' as MediaId;
const words = 'the bytes of a file that goes up';
const row: UploadRow = {
  ...{ id, c: toChatId(7), cid: toCid('cid'), t: 'f', n: '計画.txt', m: 'text/plain' },
  ...{ bytes: words.length, sent: 0, state: 'waiting', at: 0 },
};
let server: FakeTusServer;
let blobs: LocalBlobs;
let token = 'good';

const uploads = () =>
  tusUploads({
    blobs,
    session: {
      userId: uid,
      deviceId: toDeviceId('00000000-0000-4000-8000-000000000001'),
      async token({ fresh = false } = {}) {
        if (fresh) token = 'good';
        return { ok: true, data: { token, exp: 0 } };
      },
    },
    log: { debug: () => undefined, warn: () => undefined },
  });
const send = (onSent: (bytes: number) => void = () => undefined) => uploads().send(row, onSent).done;

beforeEach(async () => {
  server = fakeTusServer();
  token = 'good';
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('XMLHttpRequest', server.XMLHttpRequest);
  blobs = localBlobs(uid);
  await blobs.put(id, new Blob([words], { type: 'text/plain' }));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  blobs.close();
  await deletePersonDatabase(uid);
  await mediaCache.forget();
});

describe('an upload', () => {
  test('tells what it is, sends all bytes and says how far it is', async () => {
    const told: number[] = [];
    expect(await send((bytes) => told.push(bytes))).toEqual({ ok: true, data: null });
    expect(server.uploads.get(id)).toMatchObject({ text: words, length: words.length });
    expect(told.at(-1)).toBe(words.length);
    const metadata = server.uploads.get(id)?.metadata ?? '';
    const name = /,n ([^,]+)/.exec(metadata)?.[1] ?? '';
    expect(new TextDecoder().decode(Uint8Array.from(atob(name), (letter) => letter.codePointAt(0) ?? 0))).toBe(
      '計画.txt',
    );
  });

  test('that was cut goes on where the server is, and sends nothing twice', async () => {
    server.cutAfter = 10;
    expect(await send()).toEqual({ ok: false, code: 'UNAVAILABLE' });
    expect(server.uploads.get(id)?.text).toBe(words.slice(0, 10));
    expect(await send()).toEqual({ ok: true, data: null });
    expect(server.uploads.get(id)?.text).toBe(words);
    expect(server.log.filter((line) => line.startsWith('PATCH'))).toEqual([`PATCH ${id} 0`, `PATCH ${id} 10`]);
  });

  test('that is up already sends no byte more', async () => {
    await send();
    server.log.length = 0;
    expect(await send()).toEqual({ ok: true, data: null });
    expect(server.log.some((line) => line.startsWith('PATCH'))).toBe(false);
  });

  test('whose token is not taken any more gets a new one, once', async () => {
    token = 'old';
    expect(await send()).toEqual({ ok: true, data: null });
    server.tokens = new Set();
    expect(await send()).toEqual({ ok: false, code: 'UNAUTH' });
  });

  test('that is refused says why, in the words of the wire; what is not ours passes', async () => {
    server.refusal = { status: 413, body: JSON.stringify({ ok: false, code: 'QUOTA' }) };
    expect(await send()).toEqual({ ok: false, code: 'QUOTA' });
    server.refusal = { status: 413, body: '<html>proxy</html>' };
    expect(await send()).toEqual({ ok: false, code: 'TOO_LARGE' });
    server.refusal = { status: 502, body: 'bad gateway' };
    expect(await send()).toEqual({ ok: false, code: 'UNAVAILABLE' });
  });

  test('that was dropped by the server, or is at another byte there, is made anew the next time', async () => {
    for (const code of ['STALE', 'GONE', 'NOT_FOUND']) {
      server.cutAfter = 4;
      await send();
      const held = server.fetch;
      // The announcement passes; the bytes are refused.
      vi.stubGlobal('fetch', async (...input: Parameters<typeof fetch>) => {
        const made = await held(...input);
        server.refusal = { status: 409, body: JSON.stringify({ ok: false, code }) };
        return made;
      });
      expect(await send()).toEqual({ ok: false, code: 'UNAVAILABLE' });
      vi.stubGlobal('fetch', held);
    }
    expect(await send()).toEqual({ ok: true, data: null });
    expect(server.uploads.get(id)?.text).toBe(words);
  });

  test('that is stopped lets go at once; one that stands still ends after 30 s', async () => {
    server.isHeld = true;
    const run = uploads().send(row, () => undefined);
    await vi.waitFor(() => expect(server.log.some((line) => line.startsWith('PATCH'))).toBe(true));
    run.stop();
    expect(await run.done).toEqual({ ok: false, code: 'TIMEOUT' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const still = send();
    await vi.advanceTimersByTimeAsync(60_000);
    for (let round = 0; round < 50; round += 1) {
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    vi.useRealTimers();
    expect(await still).toEqual({ ok: false, code: 'TIMEOUT' });
  });

  test('whose bytes are not on the device is not found', async () => {
    await blobs.drop([id]);
    expect(await send()).toEqual({ ok: false, code: 'NOT_FOUND' });
    expect(server.log).toEqual([]);
  });
});

test('a cancelled one is forgotten by the server; no network is no reason to fail', async () => {
  await send();
  await uploads().cancel(id);
  expect(server.uploads.size).toBe(0);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await uploads().cancel(id);
});

test('what has arrived is in the cache of media, and no longer among the waiting bytes', async () => {
  await uploads().settle([row]);
  expect(await blobs.get(id)).toBeUndefined();
  vi.unstubAllGlobals();
  const kept = await mediaCache.respond(new Request(new URL(`/media/${id}?s=o`, location.href)));
  expect(await kept.text()).toBe(words);
});

test('metadata leaves out what is not known', () => {
  expect(toTusMetadata({ id, t: 'i' })).toBe(`id ${btoa(id)},t ${btoa('i')}`);
});
