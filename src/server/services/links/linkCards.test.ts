import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { readUnit } from '#server/storage/unit.ts';
import { linkTimes } from '#server/storage/units/links/linkTimes.ts';
import { codeOf, connectPeople, makeGroup, perform, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { LinkProblem } from './LinkProblem.ts';
import type { LinkTools } from './linkTools.ts';
import { makeCards } from './makeCards.ts';

let world: ChatWorld;
let make: () => Promise<ChatWorld>;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];
/** A group of three, the first its owner. */
async function start(): Promise<{ people: People; c: ChatId }> {
  address = `https://sea-${randomUUID()}.example/`;
  world = await make();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people) };
}

/** Pages that stand for the web; `fetched`: what was asked for. */
function web(pages: Record<string, string | Error>): LinkTools & { fetched: string[] } {
  const fetched: string[] = [];
  return {
    fetched,
    door: {
      async get(url) {
        fetched.push(url.href);
        const page = pages[url.href] ?? new LinkProblem('nothing');
        if (page instanceof Error) throw page;
        return { url, contentType: 'text/html', bytes: Buffer.from(page) };
      },
    },
    pictures: {
      async make() {
        const id = toMediaId(randomUUID().replaceAll('-', '').slice(0, 22));
        const { key } = await world.storage.run('holdStored', { sum: id, fresh: id });
        await world.storage.run('addLinkPicture', { id, key, type: 'image/webp', bytes: 9, width: 640, height: 320 });
        return { p: id, w: 640, h: 320 };
      },
    },
    isOwn: ({ hostname }) => hostname === 'kabar.example',
    pageMs: 1_000,
  };
}
const page = '<html><head><title>The sea</title><meta name="description" content="Blue"></head>';
const pictured = `${page.replace('</head>', '')}<meta property="og:image" content="/sea.png"></head>`;
/** Of this test: worlds may share a database, which remembers pages. */
let address = '';

const work = async (tools: LinkTools, node = 0): Promise<void> => {
  const { context } = world.nodes[node] ?? expect.fail('no such node');
  await world.drive([makeCards(context, tools, new AbortController().signal)]);
  await world.wait(1_000);
};
const post = async ({ client }: ChatPerson, c: ChatId, x: string, more: object = {}): Promise<number> => {
  const item = { i: toCid(randomUUID()), k: messageKind.text, b: { x, ...more } };
  const { items } = await client.ask('message.send', { c, items: [item] } as RequestInput<'message.send'>);
  const [answer] = items;
  return answer && 's' in answer ? answer.s : expect.fail(JSON.stringify(answer));
};
const rowAt = ({ client }: ChatPerson, c: ChatId, s: number) => client.chats.get(c)?.rows.get(s);
const cardAt = (person: ChatPerson, c: ChatId, s: number) => rowAt(person, c, s)?.ex?.lk;
const drop = (person: ChatPerson, c: ChatId, s: number) => perform(person, 'link.drop', { c, s, op: newOp() });
const count = readUnit(async (tx, { table, c }: { table: 'link_jobs' | 'media_uses'; c: ChatId }) => {
  const [row] = await tx.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE chat_id = ?`, [c]);
  return row?.n ?? 0;
});
const rows = (table: 'link_jobs' | 'media_uses', c: ChatId) => world.storage.runUnit(count, { table, c });

function suite(open: () => Promise<ChatWorld>): void {
  beforeAll(() => {
    make = open;
  });

  describe('a link', () => {
    it('gets a card by one change, which everybody gets and whoever was away', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const tools = web({ [address]: page });
      const s = await post(ana, c, `look: ${address}, and https://other.example/`);
      const before = rowAt(ben, c, s)?.r ?? 0;
      await work(tools);
      expect(cardAt(ben, c, s)).toEqual({ u: address, t: 'The sea', x: 'Blue' });
      expect(rowAt(ben, c, s)).toMatchObject({ r: before + 1 });
      expect(rowAt(ben, c, s)?.ed).toBeUndefined();
      expect([tools.fetched, await rows('link_jobs', c)]).toEqual([[address], 0]);
      await settlePeople(world, people);
    });

    it('gets none where its sender wants none, where it is no page of the web, or where the message does not arrive', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const tools = web({ [address]: page });
      await post(ana, c, address, { nl: 1 });
      for (const x of [
        'file:///etc/passwd',
        'gopher://x.example/',
        'https://a:b@hill.example/',
        'no link',
        'https://',
        'https://kabar.example/chats',
      ])
        await post(ana, c, x);
      const made = await ana.client.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
      const dm = made.chat.h.c;
      await perform(ben, 'contact.set', { user: ana.id, state: contactState.blocked, op: newOp() });
      await post(ana, dm, address);
      await work(tools);
      expect([tools.fetched, await rows('link_jobs', c)]).toEqual([[], 0]);
      await settlePeople(world, people);
    });

    it('that many share is fetched once a day', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const other = await makeGroup(world, people);
      const tools = web({ [address]: pictured });
      const first = await Promise.all([post(ana, c, address), post(ben, c, address), post(ana, other, address)]);
      await work(tools);
      const later = await post(ben, other, `${address}#part`);
      const again = await post(ben, other, address);
      await work(tools);
      expect(tools.fetched).toEqual([address]);
      expect(cardAt(ana, other, again)?.p).toBe(cardAt(ana, c, first[0] ?? 0)?.p);
      expect(cardAt(ana, other, later)?.u).toBe(`${address}#part`);
      await world.wait(linkTimes.foundMs);
      await post(ana, c, address);
      await work(tools);
      expect(tools.fetched).toHaveLength(2);
      await settlePeople(world, people);
    });

    it('whose page fails is tried three times with pauses, one that has nothing once', async () => {
      const { people, c } = await start();
      const [ana] = people;
      const slow = `${address}slow`;
      const tools = web({ [slow]: new Error('too slow') });
      const s = await post(ana, c, slow);
      await post(ana, c, `${address}none`);
      for (let step = 0; step < 40; step += 1) {
        await work(tools);
        await world.wait(20_000);
      }
      expect(tools.fetched.filter((url) => url === slow)).toHaveLength(3);
      expect(tools.fetched.filter((url) => url !== slow)).toHaveLength(1);
      await post(ana, c, slow);
      await work(tools);
      expect([tools.fetched.length, await rows('link_jobs', c), cardAt(ana, c, s)]).toEqual([4, 0, undefined]);
      await settlePeople(world, people);
    });

    it('that nobody finishes is another node’s after a while', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const s = await post(ana, c, address);
      expect(await world.storage.run('claimLink', undefined)).toMatchObject({ url: address, places: [{ c, s }] });
      const tools = web({ [address]: page });
      await work(tools);
      expect(tools.fetched).toEqual([]);
      await world.wait(linkTimes.tryMs);
      await work(tools);
      expect(cardAt(ben, c, s)?.t).toBe('The sea');
      await settlePeople(world, people);
    });
  });

  describe('a card', () => {
    it('goes with its message, and changes with its link', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const hill = `${address}hill`;
      const tools = web({ [address]: pictured, [hill]: page.replace('sea', 'hill') });
      const s = await post(ana, c, address);
      await work(tools);
      const edit = (x: string, more: object = {}) =>
        perform(ana, 'message.edit', { c, s, b: { x, ...more }, op: newOp() });
      await edit(`it is ${address}`);
      await work(tools);
      expect([cardAt(ben, c, s)?.t, await rows('media_uses', c)]).toEqual(['The sea', 1]);
      await edit(hill);
      await world.wait(100);
      expect([cardAt(ben, c, s), await rows('media_uses', c)]).toEqual([undefined, 0]);
      await work(tools);
      expect(cardAt(ben, c, s)?.t).toBe('The hill');
      await edit(hill, { nl: 1 });
      await work(tools);
      expect(cardAt(ben, c, s)).toBeUndefined();
      await edit(address);
      await work(tools);
      expect(cardAt(ben, c, s)?.t).toBe('The sea');
      await perform(ana, 'message.unsend', { c, s, op: newOp() });
      await world.wait(100);
      expect([rowAt(ben, c, s)?.ex, await rows('media_uses', c)]).toEqual([undefined, 0]);
      await settlePeople(world, people);
    });

    it('comes with no message that was unsent, changed or freed of it while its page was fetched', async () => {
      const { people, c } = await start();
      const [ana, ben] = people;
      const [gone, other, free] = [
        await post(ana, c, address),
        await post(ana, c, address),
        await post(ana, c, address),
      ];
      const tools = web({ [address]: page });
      const get = tools.door.get;
      tools.door.get = async (...input) => {
        await Promise.all([
          ana.client.ask('message.unsend', { c, s: gone, op: newOp() }),
          ana.client.ask('message.edit', { c, s: other, b: { x: 'words' }, op: newOp() }),
          ana.client.ask('link.drop', { c, s: free, op: newOp() }),
        ]);
        return get(...input);
      };
      await work(tools);
      await world.wait(100);
      expect(tools.fetched).toEqual([address]);
      for (const s of [gone, other, free]) expect(cardAt(ben, c, s)).toBeUndefined();
      await settlePeople(world, people);
    });

    it('is taken off by its sender or who may take the message away, for good', async () => {
      const { people, c } = await start();
      const [ana, ben, eva] = people;
      const tools = web({ [address]: pictured });
      const s = await post(ben, c, address);
      await work(tools);
      expect(await codeOf(drop(eva, c, s))).toBe('FORBIDDEN');
      expect(await codeOf(drop(ben, c, 999))).toBe('NOT_FOUND');
      const op = newOp();
      const { r } = await perform(ben, 'link.drop', { c, s, op });
      expect(await perform(ben, 'link.drop', { c, s, op })).toEqual({ r });
      expect(await drop(ben, c, s)).toEqual({ r });
      await world.wait(100);
      expect([cardAt(eva, c, s), await rows('media_uses', c)]).toEqual([undefined, 0]);
      await perform(ben, 'message.edit', { c, s, b: { x: `${address} again` }, op: newOp() });
      await work(tools);
      expect(cardAt(eva, c, s)).toBeUndefined();
      const mine = await post(ben, c, address);
      await work(tools);
      expect(cardAt(eva, c, mine)).toBeDefined();
      await perform(ana, 'chat.kick', { c, members: [toMemberId(eva.id)], op: newOp() });
      expect(await codeOf(drop(eva, c, mine))).toBe('NOT_MEMBER');
      await perform(ben, 'message.unsend', { c, s: mine, op: newOp() });
      expect(await codeOf(drop(ben, c, mine))).toBe('GONE');
      await settlePeople(world, [ana, ben]);
    });

    it('shows its picture to who reads the message, and to nobody who was removed', async () => {
      const { people, c } = await start();
      const [ana, ben, eva] = people;
      const tools = web({ [address]: pictured });
      const s = await post(ana, c, address);
      await work(tools);
      const id = toMediaId(cardAt(ben, c, s)?.p ?? expect.fail('no picture'));
      const reads = async ({ id: me }: ChatPerson) =>
        (await world.storage.run('findReadableCopy', { me, id, size: '1280' })) !== null;
      expect([await reads(ana), await reads(ben), await reads(eva)]).toEqual([true, true, true]);
      await perform(ana, 'chat.kick', { c, members: [toMemberId(eva.id)], op: newOp() });
      expect([await reads(ben), await reads(eva)]).toEqual([true, false]);
      await drop(ana, c, s);
      expect([await reads(ana), await reads(ben)]).toEqual([false, false]);
      await settlePeople(world, [ana, ben]);
    });
  });
}

describe('cards', () => suite(() => createChatWorld()));

describePostgres('cards on PostgreSQL', (getUrl) =>
  suite(() => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 })),
);
