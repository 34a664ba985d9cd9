import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatLookKey, everyChat } from '#domain/chatLook.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { UserId } from '#protocol/ids.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { uploadKeptMs } from '#server/storage/units/files/fileTimes.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

let world: ChatWorld;
let ana: UserId;
let ben: UserId;
let count = 0;
/** What a test has uploaded; other worlds may share the database. */
let uploads: MediaId[] = [];
/** A picture that has arrived. */
async function upload(owner: UserId): Promise<MediaId> {
  count += 1;
  const id = toMediaId(`photo_${String(count).padStart(16, '0')}`);
  uploads.push(id);
  const { storage } = world;
  await storage.run('beginUpload', { id, owner, t: 'i', name: null, length: 5, most: 1_000 });
  const { key } = await storage.run('holdStored', { sum: id, fresh: `${id}.k` });
  const copies = [{ size: 'o', key, type: 'image/webp', bytes: 5 }];
  await storage.run('finishUpload', { id, type: 'image/webp', width: 9, height: 9, blur: null, copies });
  return id;
}
const set = (userId: UserId, c: number, look: unknown) =>
  world.storage.run('setPref', { userId, op: newOp(), key: chatLookKey(c), val: JSON.stringify(look) });
/** Which of its own housekeeping would delete after the time that unused uploads are kept. */
async function lost(ms = uploadKeptMs + 1): Promise<readonly MediaId[]> {
  await world.clock.advance(ms);
  const dead = await world.storage.run('listDeadFiles', { limit: 100 });
  return uploads.filter((id) => dead.includes(id));
}

function defineSuite(makeWorld: () => Promise<ChatWorld>): void {
  beforeEach(async () => {
    world = await makeWorld();
    uploads = [];
    [ana, ben] = [await world.person('ana'), await world.person('ben')];
  });
  afterEach(() => world.close());

  it('stays as long as a setting names it', async () => {
    const [seen, unused] = [await upload(ana), await upload(ana)];
    await set(ana, 7, { ground: 'plain', tint: 'teal', photo: seen });
    expect(await lost()).toEqual([unused]);
    expect(await world.storage.run('listReadableFiles', { me: ana, ids: [seen] })).toEqual([seen]);
  });

  it('goes some time after another one, or none, has taken its place', async () => {
    const [first, second] = [await upload(ana), await upload(ana)];
    await set(ana, 7, { photo: first });
    await set(ana, 7, { photo: second });
    await set(ana, 7, { photo: second, tint: 'blue' });
    expect(await lost(uploadKeptMs - 1)).toEqual([]);
    expect(await lost(2)).toEqual([first]);
    await set(ana, 7, { ground: 'sky' });
    expect(await lost()).toContain(second);
  });

  it('stays for the chats that still have it, and for all chats', async () => {
    const photo = await upload(ana);
    await set(ana, 7, { photo });
    await set(ana, everyChat, { photo });
    await set(ana, 7, {});
    expect(await lost()).toEqual([]);
    await set(ana, everyChat, {});
    expect(await lost()).toEqual([photo]);
  });

  it('gives no right to the picture of another, and keeps it no longer', async () => {
    const photo = await upload(ana);
    await set(ben, 7, { photo });
    expect(await world.storage.run('listReadableFiles', { me: ben, ids: [photo] })).toEqual([]);
    expect(await world.storage.run('findReadableCopy', { me: ben, id: photo, size: 'o' })).toBeNull();
    expect(await lost()).toEqual([photo]);
  });

  it('is not lost because another stops naming it, nor by a setting that is no JSON', async () => {
    const photo = await upload(ana);
    await set(ana, 7, { photo });
    await set(ben, 7, { photo });
    await set(ben, 7, {});
    await world.storage.run('setPref', { userId: ben, op: newOp(), key: chatLookKey(7), val: `{"photo":"${photo}"` });
    await world.storage.run('setPref', { userId: ana, op: newOp(), key: 'other', val: `{"photo":"x"}` });
    expect(await lost()).toEqual([]);
  });
}

describe('a picture behind a chat', () => defineSuite(createChatWorld));
describePostgres('a picture behind a chat, on PostgreSQL', (getUrl) =>
  defineSuite(() => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }) })),
);
