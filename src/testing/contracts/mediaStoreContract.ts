import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ByteRange } from '#server/services/byteRange.ts';
import type { MediaStore } from '#server/services/media/mediaStore.ts';

/** What every place for files must do. `open`: makes one that is empty, or the same again. */
export function mediaStoreContract(name: string, open: () => Promise<MediaStore>): void {
  describe(`${name} keeps files`, () => {
    let store: MediaStore;
    let folder: string;
    beforeAll(async () => {
      store = await open();
      folder = await mkdtemp(join(tmpdir(), 'kabar-files-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const read = async (key: string, range?: ByteRange) => {
      const file = await store.get(key, range);
      return file && { size: file.size, bytes: await buffer(file.stream) };
    };
    const partOf = async (key: string, range: ByteRange) => {
      const file = await read(key, range);
      return file && { size: file.size, isRight: file.bytes.equals(bytes.subarray(range.first, range.last + 1)) };
    };
    const newKey = () => `${randomBytes(32).toString('hex')}.${randomBytes(6).toString('base64url')}`;
    const bytes = randomBytes(300_000);

    it('from memory, byte for byte, also for one that is opened later', async () => {
      const key = newKey();
      await store.put(key, bytes);
      expect(await read(key)).toEqual({ size: bytes.length, bytes });
      const later = await (await open()).get(key);
      expect(later && (await buffer(later.stream)).equals(bytes)).toBe(true);
    });

    it('from a file, which stays as it is, and whose later end does nothing', async () => {
      const key = newKey();
      const path = join(folder, 'half');
      await writeFile(path, bytes);
      await store.put(key, { path, size: bytes.length });
      expect((await readFile(path)).equals(bytes)).toBe(true);
      await rm(path);
      expect(await read(key)).toEqual({ size: bytes.length, bytes });
    });

    it('in parts', async () => {
      const key = newKey();
      await store.put(key, bytes);
      for (const range of [
        { first: 0, last: 9 },
        { first: 100, last: 4_099 },
        { first: 299_999, last: 299_999 },
      ])
        expect([range, await partOf(key, range)]).toEqual([range, { size: bytes.length, isRight: true }]);
    });

    it('replaced by the same key, and gone once they are deleted, however often', async () => {
      const key = newKey();
      expect(await read(key)).toBeUndefined();
      await store.put(key, bytes);
      await store.put(key, new Uint8Array([1, 2, 3]));
      expect(await read(key)).toEqual({ size: 3, bytes: Buffer.from([1, 2, 3]) });
      await store.delete(key);
      await store.delete(key);
      expect(await read(key)).toBeUndefined();
    });

    it('whole or not at all: a file that is not there leaves nothing', async () => {
      const key = newKey();
      await expect(store.put(key, { path: join(folder, 'nowhere'), size: 5 })).rejects.toThrow();
      expect(await read(key)).toBeUndefined();
    });
  });
}
