import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPicture } from '#domain/faceId.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { pictureSizes, type MediaId, type MediaPurpose } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { cleanMedia } from '#server/jobs/cleanMedia.ts';
import { createAccountHandlers } from '#server/services/accounts/accountHandlers.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import { replacePicture } from '#server/storage/rows/replacePicture.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { codeOf } from '#testing/accountWorld.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';
import { createMediaHandlers } from './createMediaHandlers.ts';
import { createMediaUrls } from './mediaUrls.ts';
import { diskMediaStore } from './diskMediaStore.ts';
import { fileKey } from './fileKey.ts';
import type { MediaStore } from './mediaStore.ts';

const hourMs = 3_600_000;
let world: ChatWorld;
let folder: string;
let store: MediaStore;
/** Owner of everything, a member, and somebody who is nowhere. */
let ana: UserId;
let ben: UserId;
let eva: UserId;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kabar-media-'));
  store = diskMediaStore(folder);
  world = await createChatWorld();
  [ana, ben, eva] = [await world.person('ana'), await world.person('ben'), await world.person('eva')];
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** A finished upload with its files. */
async function upload(owner: UserId, purpose: MediaPurpose): Promise<MediaId> {
  const id = toMediaId(randomBytes(16).toString('base64url'));
  await world.storage.run('addMedia', { id, owner, purpose, type: 'image/webp', width: 512, height: 512, bytes: 2 });
  for (const size of pictureSizes) await store.put(fileKey(id, size), new Uint8Array([size % 7]));
  return id;
}
const urls = createMediaUrls(new Uint8Array(64), () => 1_700_000_000_000);
const media = createMediaHandlers({ mediaUrls: urls }, { personBytes: limits.personBytesMax });
const accounts = createAccountHandlers({} as AccountTools);
const callerOf = (userId: UserId) => ({ userId, deviceId: 'd' as never, sessionId: 's', ip: 'test' });
const contextOf = () => ({ storage: world.storage, live: world.nodes[0]!.live, now: world.clock.now });

async function seen(me: UserId, ...ids: MediaId[]): Promise<MediaId[]> {
  const answer = await media['media.sign'](contextOf(), callerOf(me), { ids });
  for (const [id, url] of answer.urls) expect(url).toBe(urls.sign(id));
  return answer.urls.map(([id]) => id);
}
const setFace = (me: UserId, av: string | null, op = newOp()) =>
  accounts['account.update'](contextOf(), callerOf(me), { av, op });
const clean = () => cleanMedia(world.storage, store, world.clock.now);
async function fileCount(): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.webp')).length;
}

/** Makes a chat of any kind with members, as their own requests would leave it. */
async function placeOf(kind: number, settings: ChatSettings, states: [UserId, number][]): Promise<ChatId> {
  const { chat } = await world.ask(ana, 'chat.create', {
    i: newOp(),
    kind: chatKind.group,
    title: 'Place',
    users: [ben],
  });
  await world.storage.runUnit(shape, { c: chat.h.c, kind, settings, states });
  return chat.h.c;
}
const shape = writeUnit(
  async (tx, at: { c: ChatId; kind: number; settings: ChatSettings; states: [UserId, number][] }): Promise<null> => {
    await tx.sql('UPDATE chats SET kind = ?, settings = ? WHERE id = ?', [at.kind, JSON.stringify(at.settings), at.c]);
    for (const [user, state] of at.states)
      await tx.sql('UPDATE members SET state = ? WHERE chat_id = ? AND user_id = ?', [state, at.c, user]);
    return null;
  },
);
const addRoom = writeUnit(async (tx, at: { c: ChatId; parent: ChatId }): Promise<null> => {
  await tx.sql(
    'INSERT INTO chats (id, kind, parent_id, title, member_cap, receipts, created_at) VALUES (?, ?, ?, ?, 10, 0, 0)',
    [at.c, chatKind.community, at.parent, 'Room'],
  );
  return null;
});
const use = writeUnit(async (tx, at: { id: MediaId; owner: UserId; c: ChatId; as: 2 | 3 }): Promise<null> => {
  const purpose = at.as === mediaUse.chat ? 'chat' : 'avatar';
  await replacePicture(tx, { old: null, next: toPicture(at.id), owner: at.owner, purpose, as: at.as, c: at.c });
  return null;
});

describe('a picture nobody uses yet', () => {
  it('is only for who uploaded it', async () => {
    const id = await upload(ana, 'avatar');
    expect(await seen(ana, id)).toEqual([id]);
    expect(await seen(ben, id)).toEqual([]);
  });

  it('is left out like one that does not exist, and asks for the same one twice get it once', async () => {
    const [mine, other] = [await upload(ana, 'avatar'), await upload(ben, 'avatar')];
    expect(await seen(ana, mine, other, toMediaId('AAAAAAAAAAAAAAAAAAAAAA'), mine)).toEqual([mine]);
  });

  it('is gone after a day, with its files', async () => {
    const id = await upload(ana, 'avatar');
    await world.wait(24 * hourMs - 1_000);
    await clean();
    expect(await seen(ana, id)).toEqual([id]);
    await world.wait(2_000);
    await clean();
    expect(await seen(ana, id)).toEqual([]);
    expect(await fileCount()).toBe(0);
    expect(await codeOf(setFace(ana, toPicture(id)))).toBe('NOT_FOUND');
  });
});

describe('a profile picture', () => {
  it('is for everybody, raises the version of the profile, and stays when the day is over', async () => {
    const id = await upload(ana, 'avatar');
    const { account } = await setFace(ana, toPicture(id));
    expect(account).toMatchObject({ av: toPicture(id), pv: 2 });
    await world.wait(48 * hourMs);
    await clean();
    expect(await seen(eva, id)).toEqual([id]);
    expect(await fileCount()).toBe(2);
  });

  it('takes the place of the one before, whose files go', async () => {
    const [first, second] = [await upload(ana, 'avatar'), await upload(ana, 'avatar')];
    await setFace(ana, toPicture(first));
    await setFace(ana, toPicture(second));
    expect(await seen(eva, first, second)).toEqual([second]);
    await clean();
    expect(await fileCount()).toBe(2);
    expect(await store.get(fileKey(first, 128))).toBeUndefined();
    await setFace(ana, 'c3');
    await clean();
    expect(await fileCount()).toBe(0);
  });

  it('set twice by the same command changes once; set again it changes nothing', async () => {
    const id = await upload(ana, 'avatar');
    const op = newOp();
    const first = await setFace(ana, toPicture(id), op);
    expect(await setFace(ana, toPicture(id), op)).toEqual(first);
    expect((await setFace(ana, toPicture(id))).account.pv).toBe(first.account.pv);
    await clean();
    expect(await seen(eva, id)).toEqual([id]);
  });

  it('must be a fresh upload of mine, for a face', async () => {
    const [foreign, wrong, used] = [
      await upload(ben, 'avatar'),
      await upload(ana, 'chat'),
      await upload(ben, 'avatar'),
    ];
    await setFace(ben, toPicture(used));
    for (const id of [foreign, wrong, used, toMediaId('AAAAAAAAAAAAAAAAAAAAAA')])
      expect(await codeOf(setFace(ana, toPicture(id)))).toBe('NOT_FOUND');
    // Once it was replaced it does not come back.
    const [first, second] = [await upload(ana, 'avatar'), await upload(ana, 'avatar')];
    await setFace(ana, toPicture(first));
    await setFace(ana, toPicture(second));
    expect(await codeOf(setFace(ana, toPicture(first)))).toBe('NOT_FOUND');
    expect(await seen(ana, second)).toEqual([second]);
  });

  it('refused by a name that is wrong keeps the one before', async () => {
    const id = await upload(ana, 'avatar');
    await setFace(ana, toPicture(id));
    expect(await codeOf(setFace(ana, toPicture(toMediaId('AAAAAAAAAAAAAAAAAAAAAA'))))).toBe('NOT_FOUND');
    await clean();
    expect(await seen(eva, id)).toEqual([id]);
  });
});

describe('the picture of a group', () => {
  const setPicture = (me: UserId, c: ChatId, picture: string | null, op = newOp()) =>
    world.ask(me, 'chat.picture', { c, picture, op });

  async function start() {
    const clients: ChatClient[] = [];
    for (const user of [ana, ben]) {
      const client = chatClient(world, user);
      await client.open();
      clients.push(client);
    }
    const c = await placeOf(chatKind.group, {}, []);
    return { c, clients };
  }

  it('reaches every device with a line that says so', async () => {
    const { c, clients } = await start();
    const id = await upload(ben, 'chat');
    const { r } = await setPicture(ben, c, toPicture(id));
    await world.wait(3_000);
    for (const { actual, expected } of await verifyDeltas(world, clients)) expect(actual).toEqual(expected);
    expect(await findBrokenInvariants(world, clients)).toEqual([]);
    const { rows } = await world.ask(ana, 'history.get', { c, after: 0, limit: 10 });
    expect(rows.at(-1)).toMatchObject({ s: r, u: ben, b: { ev: 'picture', by: toMemberId(ben) } });
    expect(await seen(ana, id)).toEqual([id]);
  });

  it('can be taken away; the same command twice, and the same picture again, write one line', async () => {
    const { c } = await start();
    const id = await upload(ana, 'chat');
    const op = newOp();
    const first = await setPicture(ana, c, toPicture(id), op);
    expect(await setPicture(ana, c, toPicture(id), op)).toEqual(first);
    expect(await setPicture(ana, c, toPicture(id))).toEqual(first);
    const gone = await setPicture(ana, c, null);
    expect(gone.r).toBe(first.r + 1);
    expect(await setPicture(ana, c, null)).toEqual(gone);
    // It can be brought back for three days.
    await clean();
    expect(await fileCount()).toBe(pictureSizes.length);
    await world.clock.advance(limits.undoMs + 1);
    await clean();
    expect(await fileCount()).toBe(0);
  });

  it('is brought back in one step by who led the group, and then stays', async () => {
    const { c } = await start();
    const [first, second] = [await upload(ana, 'chat'), await upload(ben, 'chat')];
    await setPicture(ana, c, toPicture(first));
    await world.clock.advance(hourMs);
    await setPicture(ben, c, toPicture(second));
    expect(await seen(ana, first, second)).toEqual([second]);
    const { items } = await world.ask(ana, 'act.list', { c });
    const act = items.find(({ by }) => by === toMemberId(ben));
    await world.ask(ana, 'act.undo', { c, id: act!.id, op: newOp() });
    expect(await seen(ana, first, second)).toEqual([first]);
    await world.clock.advance(limits.undoMs + 1);
    await clean();
    expect(await seen(ana, first)).toEqual([first]);
    expect(await fileCount()).toBe(pictureSizes.length);
  });

  it('is for who is in or invited: not for strangers, nor for who left or was removed or banned', async () => {
    const { c } = await start();
    const id = await upload(ana, 'chat');
    await setPicture(ana, c, toPicture(id));
    expect(await seen(eva, id)).toEqual([]);
    expect(await seen(ben, id)).toEqual([id]);
    const { left, kicked, banned, invited } = memberState;
    for (const [state, ids] of [
      [left, []],
      [kicked, []],
      [banned, []],
      [invited, [id]],
    ] as const) {
      await world.storage.runUnit(shape, { c, kind: chatKind.group, settings: {}, states: [[ben, state]] });
      expect([state, await seen(ben, id)]).toEqual([state, ids]);
    }
  });

  it('is changed by members who may rename it, and nobody else', async () => {
    const { c } = await start();
    const [mine, others] = [await upload(ben, 'chat'), await upload(eva, 'chat')];
    expect(await codeOf(setPicture(eva, c, toPicture(others)))).toBe('NOT_MEMBER');
    expect(await codeOf(setPicture(eva, toChatId(4_503_599_627_370_497), toPicture(others)))).toBe('NOT_MEMBER');
    // In a community members may not.
    await world.storage.runUnit(shape, { c, kind: chatKind.community, settings: {}, states: [] });
    expect(memberRole.member).toBe(0);
    expect(await codeOf(setPicture(ben, c, toPicture(mine)))).toBe('FORBIDDEN');
    expect(await codeOf(setPicture(ben, c, null))).toBe('FORBIDDEN');
    const direct = await world.ask(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben] });
    expect(await codeOf(setPicture(ben, direct.chat.h.c, toPicture(mine)))).toBe('FORBIDDEN');
    // Nothing of this used it up.
    await world.storage.runUnit(shape, { c, kind: chatKind.group, settings: {}, states: [] });
    expect(await codeOf(setPicture(ben, c, toPicture(mine)))).toBeUndefined();
  });

  it('must be a fresh upload of the person for a chat', async () => {
    const { c } = await start();
    const used = await upload(ana, 'chat');
    const other = await placeOf(chatKind.group, {}, []);
    await setPicture(ana, other, toPicture(used));
    for (const id of [await upload(ben, 'chat'), await upload(ana, 'avatar'), used])
      expect(await codeOf(setPicture(ana, c, toPicture(id)))).toBe('NOT_FOUND');
  });
});

describe('pictures of a community', () => {
  it('are for its members, and its own also for everybody where it is listed or open', async () => {
    const c = await placeOf(chatKind.community, {}, []);
    const [place, face] = [await upload(ana, 'chat'), await upload(ben, 'avatar')];
    await world.storage.runUnit(use, { id: place, owner: ana, c, as: mediaUse.chat });
    await world.storage.runUnit(use, { id: face, owner: ben, c, as: mediaUse.member });
    expect(await seen(ana, place, face)).toEqual(expect.arrayContaining([place, face]));
    expect(await seen(eva, place, face)).toEqual([]);
    // Words that look like the switch are not the switch.
    for (const settings of [{ rules: '"listed":1' }, {}] satisfies ChatSettings[]) {
      await world.storage.runUnit(shape, { c, kind: chatKind.community, settings, states: [] });
      expect(await seen(eva, place, face)).toEqual([]);
    }
    for (const settings of [{ listed: 1 }, { join: joinMode.open }] satisfies ChatSettings[]) {
      await world.storage.runUnit(shape, { c, kind: chatKind.community, settings, states: [] });
      expect(await seen(eva, place, face)).toEqual([place]);
    }
    for (const state of [memberState.left, memberState.kicked, memberState.banned]) {
      await world.storage.runUnit(shape, { c, kind: chatKind.community, settings: {}, states: [[ben, state]] });
      expect(await seen(ben, place, face)).toEqual([]);
    }
  });

  it('of a member are set with his name or alone, under the account of nobody', async () => {
    const op = newOp();
    const { chat } = await world.ask(ana, 'community.create', { op, title: 'Place', nn: 'Anna', set: { join: 1 } });
    const { c } = chat.h;
    await world.ask(ben, 'community.join', { c, nn: 'Benny', op: newOp() });
    const [face, next, foreign] = [
      await upload(ben, 'avatar'),
      await upload(ben, 'avatar'),
      await upload(ana, 'avatar'),
    ];
    const setMine = (picture: MediaId | null, more: { nn?: string } = {}) =>
      world.ask(ben, 'community.profile', { c, picture: picture && toPicture(picture), ...more, op: newOp() });
    await setMine(face);
    const benny = async () =>
      (await world.ask(ana, 'members.list', { c, range: [0, 9] })).items.find(({ nn }) => nn?.startsWith('Ben'));
    expect(await benny()).toMatchObject({ nn: 'Benny', av: toPicture(face) });
    await setMine(next, { nn: 'Benni' });
    expect(await benny()).toMatchObject({ nn: 'Benni', av: toPicture(next), pv: 3 });
    expect(await codeOf(setMine(foreign))).toBe('NOT_FOUND');
    expect([await seen(ana, face, next), await seen(eva, face, next)]).toEqual([[next], []]);
    // The profile picture of the account is another one, and cannot be the same.
    expect(await codeOf(setFace(ben, toPicture(next)))).toBe('NOT_FOUND');
    await world.ask(ben, 'community.profile', { c, nn: 'Bennie', op: newOp() });
    expect(await benny()).toMatchObject({ nn: 'Bennie', av: toPicture(next) });
    await setMine(null);
    expect(await benny()).not.toHaveProperty('av');
    await clean();
    expect(await seen(ana, next)).toEqual([]);
  });

  it('of one of its rooms are for the members of the community', async () => {
    const parent = await placeOf(chatKind.community, {}, []);
    const c = toChatId(77_777);
    await world.storage.runUnit(addRoom, { c, parent });
    const id = await upload(ana, 'chat');
    await world.storage.runUnit(use, { id, owner: ana, c, as: mediaUse.chat });
    expect([await seen(ben, id), await seen(eva, id)]).toEqual([[id], []]);
  });

  it('are not shown any more when the place is gone', async () => {
    const c = await placeOf(chatKind.community, { listed: 1 }, []);
    const id = await upload(ana, 'chat');
    await world.storage.runUnit(use, { id, owner: ana, c, as: mediaUse.chat });
    await world.storage.runUnit(closePlace, { c });
    expect([await seen(ana, id), await seen(eva, id)]).toEqual([[], []]);
  });
});
const closePlace = writeUnit(async (tx, { c }: { c: ChatId }): Promise<null> => {
  await tx.sql('UPDATE chats SET deleted_at = ? WHERE id = ?', [tx.now, c]);
  return null;
});

describe('the clean-up', () => {
  it('goes on where it ended in the middle, and does more than one batch', async () => {
    const ids: MediaId[] = [];
    for (let count = 0; count < 120; count += 1) {
      const id = toMediaId(randomBytes(16).toString('base64url'));
      await world.storage.run('addMedia', {
        id,
        owner: ana,
        purpose: 'avatar',
        type: 'image/webp',
        width: 1,
        height: 1,
        bytes: 1,
      });
      ids.push(id);
    }
    await store.put(fileKey(ids[0]!, 128), new Uint8Array([1]));
    await world.wait(25 * hourMs);
    const failing: MediaStore = { ...store, delete: () => Promise.reject(new Error('the disk is away')) };
    await expect(cleanMedia(world.storage, failing, world.clock.now)).rejects.toThrow('away');
    await clean();
    expect(await fileCount()).toBe(0);
    expect(await world.storage.run('listDeadMedia', { unusedBefore: world.clock.now(), limit: 10 })).toEqual([]);
  });
});
