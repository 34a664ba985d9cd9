import { afterEach, describe, expect, it } from 'vitest';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId, Cid, MemberId } from '#protocol/ids.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { refreshCards } from '#server/services/appApi/refreshCards.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import { startAppServer, type AppServer } from '#testing/appServer.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const ticket = (value: string): CardWords => ({
  title: 'Your ticket',
  text: 'Kopi Pagi',
  facts: [{ label: 'Number', value }],
  buttons: [{ do: 'open', label: 'Look', start: 'a47' }],
  live: 1,
});
interface Scene {
  server: AppServer;
  eva: ChatPerson;
  ben: ChatPerson;
  person: number;
  c: ChatId;
}
const rowsOf = ({ client }: ChatPerson, c: ChatId) =>
  [...(client.chats.get(c)?.rows.values() ?? [])].toSorted((one, other) => one.s - other.s);
const cardsOf = (person: ChatPerson, c: ChatId) => rowsOf(person, c).filter(({ k }) => k === messageKind.card);

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  let world: ChatWorld;
  afterEach(() => world.close());
  async function start(): Promise<Scene> {
    world = await make();
    const server = await startAppServer(world);
    const [eva, ben] = (await connectPeople(world, ['eva', 'ben'])) as [ChatPerson, ChatPerson];
    const c = await makeGroup(world, [eva, ben]);
    const { person } = await server.meet(eva.id);
    return { server, eva, ben, person, c };
  }

  /** What the keeper of cards does from time to time. */
  async function refresh(): Promise<void> {
    await world.wait(500);
    await refreshCards(world.nodes[0]?.context as ServiceContext);
    await world.wait(500);
  }

  it('are shown to whom they are for, and posted as a message of hers with her own words after it', async () => {
    const { server, eva, ben, person, c } = await start();
    const card = await server.prepare(person, ticket('A-47'));
    const { body } = await eva.client.ask('app.card', { app: server.app, card });
    expect(body).toMatchObject({ x: 'Your ticket\nKopi Pagi', app: server.app, card, v: 1, words: ticket('A-47') });
    expect(await codeOf(ben.client.ask('app.card', { app: server.app, card }))).toBe('NOT_FOUND');
    const op = newOp();
    expect(await server.share(eva.id, card, [c], { text: ' Come! ', op })).toEqual({ sent: 1 });
    expect(await server.share(eva.id, card, [c], { text: ' Come! ', op })).toEqual({ sent: 1 });
    const [row, after] = rowsOf(ben, c).slice(-2);
    expect(row).toMatchObject({ k: messageKind.card, u: eva.id, b: { v: 1, words: ticket('A-47') } });
    expect(after).toMatchObject({ k: messageKind.text, b: { x: 'Come!' } });
    expect(row?.b?.['card']).not.toBe(card);
    expect(ben.client.chats.get(c)?.chat.unread).toBe(2);
    expect(cardsOf(ben, c)).toHaveLength(1);
    expect(await world.storage.run('getCard', { app: server.app, card })).toEqual({ v: 1, shared: 1 });
    const { log } = await eva.client.ask('app.passport', { app: server.app });
    expect(log.filter(({ what }) => what === 'shared')).toMatchObject([{ n: 1 }]);
    await settlePeople(world, [eva, ben]);
  });

  it('change where they stand: same place, new rev, no trace, and not when they were deleted', async () => {
    const { server, eva, ben, person, c } = await start();
    const card = await server.prepare(person, ticket('A-47'));
    await server.share(eva.id, card, [c]);
    const before = cardsOf(ben, c)[0];
    expect(await server.change(card, ticket('2 before you'))).toEqual({ v: 2 });
    const changed = cardsOf(ben, c)[0];
    expect(changed).toMatchObject({ s: before?.s, b: { v: 2, words: ticket('2 before you') } });
    expect(changed?.r).toBeGreaterThan(before?.r ?? 0);
    expect(changed?.ed).toBeUndefined();
    expect(ben.client.chats.get(c)?.chat.unread).toBe(1);
    expect(await server.change(card, ticket('2 before you'))).toEqual({ v: 2 });
    await settlePeople(world, [eva, ben]);
    // Long after the last moment of an edit, beside a reaction that a healing node hears of at the same time.
    await world.wait(2 * limits.editWindowMs);
    const s = before?.s ?? 0;
    await perform(ben, 'message.react', { c, s, e: '👍', op: newOp() });
    const since = ben.client.chats.get(c)?.chat.head.rev ?? 0;
    await perform(ben, 'message.react', { c, s, e: '❤️', op: newOp() });
    await server.change(card, ticket('Your turn'));
    const healed = await world.storage.run('loadChange', { c, since });
    expect(healed?.delta.rows).toMatchObject([{ s, b: { words: ticket('Your turn') } }]);
    await perform(eva, 'message.send', {
      c,
      items: [{ i: crypto.randomUUID() as never, k: 1, b: { x: 're' }, re: s }],
    });
    const edit = { c, s, b: { x: 'mine' }, op: newOp() };
    expect(await codeOf(eva.client.ask('message.edit', edit))).toBe('FORBIDDEN');
    expect(await codeOf(ben.client.ask('message.unsend', { c, s, op: newOp() }))).toBe('FORBIDDEN');
    await settlePeople(world, [eva, ben]);
    const second = await server.prepare(person, ticket('B-1'));
    await server.share(eva.id, second, [c]);
    const last = cardsOf(eva, c).at(-1)?.s ?? 0;
    await perform(eva, 'message.unsend', { c, s: last, op: newOp() });
    await server.change(second, ticket('B-2'));
    expect(cardsOf(ben, c).at(-1)).toMatchObject({ s: last, del: expect.any(Number) });
    expect(await world.storage.run('getCard', { app: server.app, card: second })).toEqual({ v: 2, shared: 0 });
    await settlePeople(world, [eva, ben]);
  });

  it('take one of two changes at the same moment, and the same one only once', async () => {
    const { server, eva, ben, person, c } = await start();
    const card = await server.prepare(person, ticket('A-47'));
    await server.share(eva.id, card, [c]);
    // The clock of the world stands still meanwhile.
    const update = (value: string) =>
      codeOf(world.storage.run('updateCard', { ...server.call(), card, words: ticket(value) }));
    expect((await Promise.all(['x', 'y'].map(update))).toSorted()).toEqual(['RATE', 'ok']);
    expect(await update('too soon')).toBe('RATE');
    await world.wait(1_001);
    const same = await Promise.all([1, 2].map(() => server.change(card, ticket('z'), 'same-key')));
    expect(same).toEqual([{ v: 3 }, { v: 3 }]);
    expect(cardsOf(ben, c)[0]).toMatchObject({ b: { v: 3, words: ticket('z') } });
    // A server that stopped in between: whoever got no answer asks again, and finds the rest done.
    await world.wait(1_001);
    await world.storage.run('updateCard', { ...server.call('cut off'), card, words: ticket('end') });
    expect(cardsOf(ben, c)[0]).toMatchObject({ b: { v: 3 } });
    expect(await server.change(card, ticket('end'), 'cut off')).toEqual({ v: 4 });
    expect(cardsOf(ben, c)[0]).toMatchObject({ b: { v: 4, words: ticket('end') } });
    await settlePeople(world, [eva, ben]);
  });

  it('obey each chat: strangers, freezes and filters refuse them, blocks hide them', async () => {
    const { server, eva, ben, person, c } = await start();
    const [cleo] = (await connectPeople(world, ['cleo'])) as [ChatPerson];
    const others = await makeGroup(world, [ben, cleo]);
    const card = await server.prepare(person, ticket('A-47'));
    expect(await codeOf(server.share(eva.id, card, [others, 4_711 as ChatId]))).toBe('FORBIDDEN');
    expect(await server.share(eva.id, card, [others, c])).toEqual({ sent: 1 });
    const dm = (await perform(eva, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] })).chat.h.c;
    await world.storage.run('setContact', {
      ...{ userId: ben.id, op: newOp(), peerId: eva.id, state: contactState.blocked },
    });
    expect(await server.share(eva.id, card, [dm])).toEqual({ sent: 1 });
    expect(cardsOf(eva, dm)).toHaveLength(1);
    expect(cardsOf(ben, dm)).toEqual([]);
    await server.change(card, ticket('changed'));
    expect(cardsOf(eva, dm)).toMatchObject([{ b: { v: 2 } }]);
    expect(cardsOf(ben, dm)).toEqual([]);
    await server.answer(eva.id, 'share', false);
    expect(await codeOf(server.share(eva.id, card, [c]))).toBe('FORBIDDEN');
    await server.answer(eva.id, 'share');
    await world.wait(limits.cardPreparedMs + 1);
    expect(await codeOf(server.share(eva.id, card, [c]))).toBe('GONE');
    expect(await codeOf(eva.client.ask('app.card', { app: server.app, card }))).toBe('GONE');
    await perform(eva, 'app.forget', { app: server.app, op: newOp() });
    expect(await codeOf(server.change(card, ticket('after')))).toBe('NOT_FOUND');
  });

  it('are messages of a member in a community, can be held there, and come back as they are by then', async () => {
    const { server, eva, ben, person } = await start();
    const set = { join: joinMode.open };
    const made = await perform(ben, 'community.create', { op: newOp(), title: 'Film', nn: 'Host', set });
    const place = made.chat.h.c;
    await perform(eva, 'community.join', { c: place, nn: 'Nightowl', op: newOp() });
    for (const { client } of [eva, ben]) await client.show([place]);
    const card = await server.prepare(person, ticket('A-47'));
    await server.share(eva.id, card, [place]);
    const [row] = cardsOf(ben, place);
    const mid = eva.client.chats.get(place)?.chat.me.mid;
    expect(row).toMatchObject({ u: mid, b: { words: ticket('A-47') } });
    // Nothing in it is the account's, or known from another chat.
    const text = JSON.stringify(row);
    for (const secret of [String(eva.id), `eva${eva.id}`, String(person), card]) expect(text).not.toContain(secret);
    const s = row?.s ?? 0;
    await perform(ben, 'message.unsend', { c: place, s, op: newOp() });
    await server.change(card, ticket('while it was away'));
    expect(cardsOf(eva, place)[0]?.del).toBeDefined();
    const { items } = await ben.client.ask('act.list', { c: place });
    await perform(ben, 'act.undo', { c: place, id: items[0]?.id as never, op: newOp() });
    await refresh();
    expect(cardsOf(eva, place)[0]).toMatchObject({ s, b: { v: 2, words: ticket('while it was away') } });
    const config = { phrases: [{ x: 'kopi', m: 'contains' as const, do: 'hide' as const }], allow: [] };
    await perform(ben, 'moderation.set', { c: place, config, op: newOp() });
    const second = await server.prepare(person, ticket('B-1'));
    expect(await server.share(eva.id, second, [place])).toEqual({ sent: 1 });
    expect(cardsOf(ben, place)).toHaveLength(1);
    const [held] = (await ben.client.ask('held.list', { c: place })).items;
    expect(held).toMatchObject({ x: 'Your ticket\nKopi Pagi' });
    await server.change(second, ticket('B-2'));
    await perform(ben, 'held.decide', { c: place, u: mid as MemberId, i: held?.i as Cid, ok: true, op: newOp() });
    await refresh();
    expect(cardsOf(eva, place)[1]).toMatchObject({ u: mid, b: { v: 2, words: ticket('B-2') } });
    await settlePeople(world, [eva, ben]);
  });

  it('stand in rooms of communities like everywhere', async () => {
    const { server, eva, ben, person } = await start();
    const set = { join: joinMode.open };
    const made = await perform(ben, 'community.create', { op: newOp(), title: 'Film', nn: 'Host', set });
    const place = made.chat.h.c;
    await perform(eva, 'community.join', { c: place, nn: 'Nightowl', op: newOp() });
    const { room } = await perform(ben, 'room.create', { c: place, title: 'Lenses', op: newOp() });
    const id = toMediaId('D'.repeat(22));
    const picture = { type: 'image/webp', width: 512, height: 512, bytes: 2 };
    await world.storage.run('addMedia', { id, owner: server.maker, purpose: 'card', ...picture });
    await world.storage.run('keepAppPicture', { ...server.call(), id });
    const card = await server.prepare(person, { ...ticket('A-47'), picture: `m:${id}` });
    expect(await server.share(eva.id, card, [room])).toEqual({ sent: 1 });
    await server.change(card, { ...ticket('Your turn'), picture: `m:${id}` });
    const page = { c: room, before: Number.MAX_SAFE_INTEGER, limit: 50 };
    const rows = (await ben.client.ask('history.get', page)).rows.filter(({ k }) => k === messageKind.card);
    const mid = eva.client.chats.get(place)?.chat.me.mid;
    expect(rows).toMatchObject([{ u: mid, b: { v: 2, words: ticket('Your turn') } }]);
    expect(JSON.stringify(rows)).not.toContain(String(eva.id));
    expect(await world.storage.run('listVisibleMedia', { me: ben.id, ids: [id] })).toEqual([id]);
    expect(world.failures).toEqual([]);
  });

  it('show a picture of their app’s own, to whoever sees the card', async () => {
    const { server, eva, ben, person, c } = await start();
    const [cleo] = (await connectPeople(world, ['cleo'])) as [ChatPerson];
    const id = toMediaId('B'.repeat(22));
    const picture = { type: 'image/webp', width: 512, height: 512, bytes: 2 };
    await world.storage.run('addMedia', { id, owner: server.maker, purpose: 'card', ...picture });
    await world.storage.run('keepAppPicture', { ...server.call(), id });
    const words = { ...ticket('A-47'), picture: `m:${id}` };
    const stranger = await startAppServer(world);
    const meeting = await stranger.meet(eva.id);
    expect(await codeOf(stranger.prepare(meeting.person, words))).toBe('NOT_FOUND');
    const card = await server.prepare(person, words);
    const seenBy = async ({ id: me }: ChatPerson) =>
      (await world.storage.run('listVisibleMedia', { me, ids: [id] })).length;
    expect([await seenBy(eva), await seenBy(ben), await seenBy(cleo)]).toEqual([1, 0, 0]);
    await server.share(eva.id, card, [c]);
    expect([await seenBy(eva), await seenBy(ben), await seenBy(cleo)]).toEqual([1, 1, 0]);
    await say(eva, c, 'x');
    await perform(ben, 'chat.leave', { c, op: newOp() });
    expect(await seenBy(ben)).toBe(0);
    await world.wait(3 * 24 * 3_600_000);
    await world.storage.run('cleanCards', { limit: 200 });
    expect([await seenBy(eva), await seenBy(ben)]).toEqual([1, 0]);
    await server.change(card, ticket('no picture'));
    await world.storage.run('cleanCards', { limit: 200 });
    expect(await seenBy(eva)).toBe(0);
  });
}

describe('cards on SQLite', () => defineSuite(createChatWorld));

describePostgres('cards on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
  ),
);
