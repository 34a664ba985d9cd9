import { afterEach, expect, test, vi } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { toUserId } from '#protocol/casts.ts';
import { deletePersonDatabase } from '../db/deletePersonDatabase.ts';
import { localBlobs } from './localBlobs.ts';

const uid = toUserId(77);
const id = (n: number) => String(n).padStart(22, '0') as MediaId;
afterEach(async () => {
  vi.useRealTimers();
  await deletePersonDatabase(uid);
});

test('bytes are there for another tab, until they are dropped', async () => {
  const [one, other] = [localBlobs(uid), localBlobs(uid)];
  await one.put(id(1), new Blob(['bytes'], { type: 'image/png' }));
  const found = await other.get(id(1));
  expect([await found?.text(), found?.type]).toEqual(['bytes', 'image/png']);
  await other.drop([id(1)]);
  expect(await one.get(id(1))).toBeUndefined();
  one.close();
  other.close();
});

test('the sweep takes what nothing names, but not what was picked a moment ago', async () => {
  const blobs = localBlobs(uid);
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now - 2 * 3_600_000);
  await blobs.put(id(1), new Blob(['named']));
  await blobs.put(id(2), new Blob(['of nobody']));
  vi.mocked(Date.now).mockReturnValue(now);
  await blobs.put(id(3), new Blob(['fresh']));
  await blobs.sweep(new Set([id(1)]));
  expect((await Promise.all([1, 2, 3].map((n) => blobs.get(id(n))))).map(Boolean)).toEqual([true, false, true]);
  blobs.close();
});

test('without a disk new files live in the page, and those of the disk can still be read', async () => {
  let isMemoryOnly = false;
  const blobs = localBlobs(uid, () => isMemoryOnly);
  await blobs.put(id(1), new Blob(['on disk']));
  isMemoryOnly = true;
  await blobs.put(id(2), new Blob(['in memory']));
  expect(await (await blobs.get(id(1)))?.text()).toBe('on disk');
  expect(await (await blobs.get(id(2)))?.text()).toBe('in memory');
  const other = localBlobs(uid);
  expect(await other.get(id(2))).toBeUndefined();
  other.close();
  blobs.close();
});

test('a log-out does not wait for it', async () => {
  const blobs = localBlobs(uid);
  await blobs.put(id(1), new Blob(['bytes']));
  await deletePersonDatabase(uid);
  await expect(blobs.get(id(1))).rejects.toThrow();
});
