import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskMediaStore } from './diskMediaStore.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kabar-media-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new Uint8Array([1, 2, 3, 250]);
const read = async (store: ReturnType<typeof diskMediaStore>, key: string) => {
  const file = await store.get(key);
  return file && { size: file.size, bytes: new Uint8Array(await buffer(file.stream)) };
};

describe('files on this disk', () => {
  it('come back as they were put, also for a store that is opened later', async () => {
    await diskMediaStore(folder).put('abc-128.webp', bytes);
    expect(await read(diskMediaStore(folder), 'abc-128.webp')).toEqual({ size: 4, bytes });
  });

  it('are replaced as a whole by the same key', async () => {
    const store = diskMediaStore(folder);
    await store.put('abc.webp', new Uint8Array(10_000));
    await store.put('abc.webp', bytes);
    expect(await read(store, 'abc.webp')).toEqual({ size: 4, bytes });
  });

  it('are not there before they are put and after they are deleted, however often', async () => {
    const store = diskMediaStore(folder);
    expect(await store.get('abc.webp')).toBeUndefined();
    await store.put('abc.webp', bytes);
    await store.delete('abc.webp');
    await store.delete('abc.webp');
    expect(await store.get('abc.webp')).toBeUndefined();
  });

  it('lie where only the owner of the server reads, and leave nothing unfinished behind', async () => {
    await diskMediaStore(folder).put('abc.webp', bytes);
    const { mode } = await stat(join(folder, 'ab', 'abc.webp'));
    expect(mode & 0o077).toBe(0);
    expect(await readdir(join(folder, '.unfinished'))).toEqual([]);
  });

  it('of a writer that died are swept away by the next one, those of a living one are not', async () => {
    const store = diskMediaStore(folder);
    await store.put('abc.webp', bytes);
    const [dead, alive] = [join(folder, '.unfinished', 'dead'), join(folder, '.unfinished', 'alive')];
    await writeFile(dead, 'x');
    await writeFile(alive, 'x');
    const old = (Date.now() - 2 * 3_600_000) / 1_000;
    await utimes(dead, old, old);
    await diskMediaStore(folder).put('abd.webp', bytes);
    expect(await readdir(join(folder, '.unfinished'))).toEqual(['alive']);
  });

  it.each(['', 'a', '../secret', 'ab/../../secret', '..', 'ab\0c', '.hidden', 'ab..c'])('%j is no key', async (key) => {
    const store = diskMediaStore(folder);
    await expect((async () => store.get(key))()).rejects.toThrow();
    await expect(store.put(key, bytes)).rejects.toThrow();
  });

  it('that cannot be written are an error and no file', async () => {
    const blocked = join(folder, 'file');
    await writeFile(blocked, '');
    const store = diskMediaStore(blocked);
    await expect(store.put('abc.webp', bytes)).rejects.toThrow();
  });
});
