import { afterEach, describe, expect, it } from 'vitest';
import { canSend } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit } from '#server/storage/unit.ts';
import { publishNext, manifestOf, uploadIcon } from '#testing/appPeople.ts';
import { startAppServer, type AppServer } from '#testing/appServer.ts';
import { codeOf, connectPeople, perform, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const readAccount = readUnit(async (tx, { app }: { app: string }) => {
  const [row] = await tx.sql<{ id: number; name: string; handle: string | null; password: string | null }>(
    'SELECT u.id, u.name, u.handle, u.password FROM apps a JOIN users u ON u.id = a.account_id WHERE a.id = ?',
    [app],
  );
  return row;
});

interface Scene {
  world: ChatWorld;
  server: AppServer;
  eva: ChatPerson;
  ben: ChatPerson;
  person: number;
}
/** The one official chat that a device has. */
const officialOf = ({ client }: ChatPerson) =>
  [...client.chats.values()].find(({ chat }) => chat.kind === chatKind.official);
const idOf = (person: ChatPerson): ChatId => officialOf(person)?.chat.c as ChatId;
const textsOf = async ({ client }: ChatPerson, c: ChatId) =>
  (await client.ask('history.get', { c, before: Number.MAX_SAFE_INTEGER, limit: 50 })).rows.map(({ b }) => b?.['x']);

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  let world: ChatWorld;
  afterEach(() => world.close());
  async function start(): Promise<Scene> {
    world = await make();
    const server = await startAppServer(world);
    const [eva, ben] = (await connectPeople(world, ['eva', 'ben'])) as [ChatPerson, ChatPerson];
    const { person } = await server.meet(eva.id, { lang: 'ja' });
    await server.answer(eva.id, 'write');
    return { world, server, eva, ben, person };
  }

  it('arrive in a chat with the app, are counted and read like those of people', async () => {
    const { server, eva, ben, person } = await start();
    expect(await server.send(person, 'A-47: three before you')).toEqual({ left: limits.appActsMax - 1 });
    const chat = officialOf(eva)?.chat;
    expect(chat).toMatchObject({
      kind: chatKind.official,
      unread: 1,
      meta: { title: '整理券カフェ', cap: 2 },
      head: { n: 1, l: { x: 'A-47: three before you' } },
      me: { mid: eva.id },
    });
    await eva.client.loadAll(idOf(eva));
    await server.send(person, 'Your turn', { isSilent: true });
    expect(officialOf(eva)?.chat.unread).toBe(2);
    const rows = [...(officialOf(eva)?.rows.values() ?? [])].filter(({ k }) => k === messageKind.text);
    expect(rows.map(({ b, s }) => [b, s > 0])).toEqual([
      [{ x: 'A-47: three before you', app: server.app }, true],
      [{ x: 'Your turn', app: server.app, silent: 1 }, true],
    ]);
    await settlePeople(world, [eva, ben]);
    const newest = officialOf(eva)?.chat.head.ls ?? 0;
    await perform(eva, 'read.mark', { items: [[idOf(eva), newest]] });
    expect(officialOf(eva)?.chat.unread).toBe(0);
    await perform(eva, 'message.react', { c: idOf(eva), s: newest, e: '👍', op: newOp() });
    await perform(eva, 'chat.set', { c: idOf(eva), mute: 9e12, hide: true, op: newOp() });
    await server.send(person, 'Bye');
    expect(officialOf(eva)?.chat.unread).toBe(1);
    expect(ben.client.chats.size).toBe(0);
    await settlePeople(world, [eva, ben]);
  });

  it('cannot be answered there, and nobody finds, adds or is the app’s account', async () => {
    const { server, eva, ben, person } = await start();
    await server.send(person, 'Hello');
    const c = idOf(eva);
    const account = await world.storage.runUnit(readAccount, { app: server.app });
    expect(account).toMatchObject({ name: 'Queue ticket', handle: null, password: null });
    const peer = toUserId(account?.id ?? 0);
    expect(canSend({ kind: chatKind.official, state: 1, role: 0 })).toBe(false);
    const { items } = await eva.client.ask('message.send', {
      c,
      items: [{ i: crypto.randomUUID() as never, k: 1, b: { x: 'hi' } }],
    });
    expect(items).toMatchObject([{ code: 'FORBIDDEN' }]);
    for (const who of [eva, ben]) {
      const dm = { i: newOp(), kind: chatKind.dm, users: [peer] };
      expect(await codeOf(who.client.ask('chat.create', dm))).toBe('NOT_FOUND');
      const group = { i: newOp(), kind: chatKind.group, title: 'G', users: [peer] };
      expect(await codeOf(who.client.ask('chat.create', group))).toBe('NOT_FOUND');
      const friend = { user: peer, state: contactState.friend, op: newOp() };
      expect(await codeOf(who.client.ask('contact.set', friend))).toBe('NOT_FOUND');
    }
    for (const [name, input] of [
      ['chat.invite', { c, users: [ben.id], op: newOp() }],
      ['chat.meta', { c, title: 'Mine', op: newOp() }],
      ['chat.kick', { c, members: [peer], op: newOp() }],
    ] as const)
      expect(await codeOf(eva.client.ask(name, input as never)), name).toBe('FORBIDDEN');
    await settlePeople(world, [eva, ben]);
  });

  it('end when they are used up, not allowed any more, blocked, or everything was taken back', async () => {
    const { server, eva, ben, person } = await start();
    for (let left = limits.appActsMax - 1; left >= 0; left -= 1)
      expect(await server.send(person, `${left}`)).toEqual({ left });
    expect(await codeOf(server.send(person, 'one more'))).toBe('NO_ACTS');
    await server.meet(eva.id);
    // Side by side no more than there are.
    const many = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        world.storage.run('sendAppMessage', { ...server.call(), person, text: `m${n}`, isSilent: false }),
      ),
    );
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(limits.appActsMax);
    await server.answer(eva.id, 'write', false);
    expect(await codeOf(server.send(person, 'no'))).toBe('FORBIDDEN');
    await server.answer(eva.id, 'write');
    const peer = (await world.storage.runUnit(readAccount, { app: server.app }))?.id;
    await world.storage.run('setContact', {
      ...{ userId: eva.id, op: newOp(), peerId: peer as UserId, state: contactState.blocked },
    });
    expect(await codeOf(server.send(person, 'no'))).toBe('BLOCKED');
    const other = await server.meet(ben.id);
    expect(await codeOf(server.send(other.person, 'never asked'))).toBe('FORBIDDEN');
    expect(await codeOf(server.send(4_711, 'nobody'))).toBe('NOT_FOUND');
    await world.ask(eva.id, 'app.forget', { app: server.app, op: newOp() });
    expect(await codeOf(server.send(person, 'no'))).toBe('NOT_FOUND');
    expect((await textsOf(eva, idOf(eva))).length).toBe(2 * limits.appActsMax);
  });

  it('are done once for a key, and bring back who had left', async () => {
    const { server, eva, ben, person } = await start();
    const first = await server.send(person, 'once', { key: 'k1' });
    expect(await server.send(person, 'once', { key: 'k1' })).toEqual(first);
    const racing = await Promise.all(
      [1, 2, 3].map(() =>
        world.storage.run('sendAppMessage', { ...server.call('k2'), person, text: 'race', isSilent: false }),
      ),
    );
    expect(new Set(racing.map(({ result }) => result.left)).size).toBe(1);
    const other = { ...server.call('k1'), hash: 'another', person, text: 'x', isSilent: false };
    expect(await codeOf(world.storage.run('sendAppMessage', other))).toBe('CID_MISMATCH');
    expect(await textsOf(eva, idOf(eva))).toEqual(['once', 'race']);
    await perform(eva, 'chat.leave', { c: idOf(eva), op: newOp() });
    expect(officialOf(eva)).toBeUndefined();
    await server.send(person, 'again');
    expect(officialOf(eva)?.chat.unread).toBe(1);
    expect(await textsOf(eva, idOf(eva))).toEqual(['again']);
    await world.wait(24 * 3_600_000 + 1);
    await world.storage.run('cleanCards', { limit: 200 });
    await server.meet(eva.id);
    await server.send(person, 'once', { key: 'k1' });
    expect(await textsOf(eva, idOf(eva))).toEqual(['again', 'once']);
    await settlePeople(world, [eva, ben]);
  });

  it('carry the name and picture that the app has now', async () => {
    const { server, eva, ben, person } = await start();
    await server.send(person, 'Hello');
    const icon = await uploadIcon(world, server.maker);
    const next = manifestOf({ names: { en: 'Line up' }, icon }, ['write']);
    await publishNext(world, { ...server, n: 2 }, next);
    expect(await world.storage.runUnit(readAccount, { app: server.app })).toMatchObject({ name: 'Line up' });
    await server.meet(eva.id);
    await server.send(person, 'Renamed');
    expect(officialOf(eva)?.chat.meta).toMatchObject({ title: 'Line up', avatar: icon });
    const author = toUserId(officialOf(eva)?.chat.head.l?.u ?? 0);
    expect(await world.storage.run('getUsers', { me: eva.id, ids: [author] })).toMatchObject([
      { name: 'Line up', av: icon, pv: 3 },
    ]);
    await settlePeople(world, [eva, ben]);
  });
}

describe('service messages on SQLite', () => defineSuite(createChatWorld));

describePostgres('service messages on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
  ),
);
