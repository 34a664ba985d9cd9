import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import { diskMediaStore } from '#server/services/media/diskMediaStore.ts';
import type { MediaStore } from '#server/services/media/mediaStore.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import { createFinisher, type Finisher } from '#server/services/media/uploads/createFinisher.ts';
import { createChatWorld, type ChatWorld } from '#testing/chatWorld.ts';
import { codeOf } from '#testing/chatPeople.ts';
import { newMediaId } from '#testing/files/uploadFile.ts';
import { noMedia } from '#testing/noMedia.ts';
import { cleanFiles } from './cleanFiles.ts';

const hourMs = 3_600_000;
let world: ChatWorld;
let folder: string;
let store: MediaStore;
let media: MediaTools;
let finisher: Finisher;
let ana: UserId;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kabar-clean-'));
  world = await createChatWorld();
  store = diskMediaStore(join(folder, 'media'));
  media = { ...noMedia, store, uploads: join(folder, 'uploads') };
  await mkdir(media.uploads);
  finisher = createFinisher(world.storage, media);
  ana = await world.person('ana');
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function begin(bytes: string, t: MediaType = 'f', length = bytes.length): Promise<MediaId> {
  const id = newMediaId();
  await world.storage.run('beginUpload', { id, owner: ana, t, name: null, length, most: 1e9 });
  await writeFile(join(media.uploads, id), bytes);
  return id;
}
async function finished(bytes: string): Promise<MediaId> {
  const id = await begin(bytes);
  await finisher.finish(id, ana);
  return id;
}
const clean = () => cleanFiles(world.storage, media);
const halves = () => readdir(media.uploads);
async function stored(): Promise<number> {
  const names = await readdir(join(folder, 'media'), { recursive: true });
  return names.filter((name) => /[0-9a-f]{64}\./.test(name)).length;
}

describe('the cleaning of files', () => {
  it('leaves what is young or used alone, and takes the rest with its bytes', async () => {
    const open = await begin('half', 'f', 100);
    await finished('whole');
    await clean();
    expect([await halves(), await stored()]).toEqual([[open], 1]);
    await world.wait(24 * hourMs + 1);
    await clean();
    expect([await halves(), await stored()]).toEqual([[], 0]);
    expect(await codeOf(world.storage.run('findUpload', { id: open, owner: ana }))).toBe('NOT_FOUND');
    expect(await world.storage.run('readQuota', { owner: ana })).toBe(0);
  });

  it('keeps bytes that another upload still has', async () => {
    await finished('same');
    await world.wait(20 * hourMs);
    const later = await finished('same');
    expect(await stored()).toBe(1);
    await world.wait(10 * hourMs);
    await clean();
    expect(await stored()).toBe(1);
    expect(await world.storage.run('listReadableFiles', { me: ana, ids: [later] })).toEqual([later]);
    await world.wait(24 * hourMs);
    await clean();
    expect(await stored()).toBe(0);
  });

  it('that died in the middle goes on at the next turn', async () => {
    await finished('one');
    await world.wait(25 * hourMs);
    await world.storage.run('listDeadFiles', { limit: 5 });
    await clean();
    expect(await stored()).toBe(0);
  });

  it('collects what was stored for an upload that never came to its end', async () => {
    const id = await begin('lost');
    const broken = {
      ...world.storage,
      run: async (unit: string, input: object) => {
        if (unit === 'finishUpload') throw new Error('the server died');
        return world.storage.run(unit as never, input as never);
      },
    } as never;
    await expect(createFinisher(broken, media).finish(id, ana)).rejects.toThrow('died');
    expect(await stored()).toBe(1);
    await clean();
    expect(await stored()).toBe(1);
    // The half file is still there: whoever asks again has it finished, with the bytes that lie there.
    await finisher.finish(id, ana);
    expect(await stored()).toBe(1);
    await world.wait(25 * hourMs);
    await clean();
    expect([await halves(), await stored()]).toEqual([[], 0]);
  });

  it('gives the same bytes another place while they are being deleted', async () => {
    await finished('again');
    await world.wait(25 * hourMs);
    const dead = await world.storage.run('listDeadFiles', { limit: 5 });
    await world.storage.run('dropDeadFiles', { ids: dead });
    const keys = await world.storage.run('listLooseStored', { limit: 5 });
    const id = await finished('again');
    for (const key of keys) await store.delete(key);
    await world.storage.run('dropStored', { keys });
    const copy = await world.storage.run('findReadableCopy', { me: ana, id, size: 'o' });
    expect(await store.get(copy?.key ?? '')).toBeDefined();
  });

  it('removes old half files that nobody knows, and no young ones', async () => {
    for (const name of ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB.o'])
      await writeFile(join(media.uploads, name), 'x');
    await clean();
    expect(await halves()).toHaveLength(2);
    const old = new Date(Date.now() - 2 * hourMs);
    for (const name of await halves()) await utimes(join(media.uploads, name), old, old);
    await clean();
    expect(await halves()).toEqual([]);
  });

  it('of an upload that is cancelled while it is being finished leaves nothing', async () => {
    const id = await begin('going');
    const finishing = codeOf(finisher.finish(id, ana));
    await world.storage.run('dropUpload', { id, owner: ana });
    expect(['ok', 'GONE', 'NOT_FOUND']).toContain(await finishing);
    await world.wait(7 * hourMs);
    await clean();
    expect([await halves(), await stored()]).toEqual([[], 0]);
  });
});
