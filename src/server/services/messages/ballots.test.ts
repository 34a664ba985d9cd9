import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';

import { messageKind } from '#protocol/entities/messageKind.ts';
import type { PollBody } from '#protocol/entities/bodies/pollBody.ts';
import type { SentMessage } from '#protocol/entities/bodies/sentMessage.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { InProcessBus } from '#server/live/inProcessBus.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { chatClient } from '#testing/chatClient.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const dayMs = 24 * 3_600_000;

function suite(make: () => Promise<ChatWorld>): void {
  let world: ChatWorld;
  beforeEach(async () => {
    world = await make();
  });
  afterEach(() => world.close());

  const connect = (...names: string[]) => connectPeople(world, names);
  const post = async ({ client }: ChatPerson, c: ChatId, item: Record<string, unknown>) => {
    const { items } = await client.ask('message.send', {
      c,
      items: [{ i: toCid(randomUUID()), ...item } as SentMessage],
    });
    const [answer] = items;
    return answer && 's' in answer ? answer.s : answer && 'code' in answer ? answer.code : 'held';
  };
  const ask = async (person: ChatPerson, c: ChatId, more: Partial<PollBody> = {}): Promise<number> =>
    (await post(person, c, {
      k: messageKind.poll,
      b: { x: 'Where?', o: ['Here', 'There', 'Home'], ...more },
    })) as number;
  const vote = (person: ChatPerson, c: ChatId, s: number, ...o: number[]) =>
    perform(person, 'message.vote', { c, s, o, op: newOp() });
  const voteCode = (person: ChatPerson, c: ChatId, s: number, ...o: number[]) => codeOf(vote(person, c, s, ...o));
  const rowOf = ({ client }: ChatPerson, c: ChatId, s: number) => client.chats.get(c)?.rows.get(s);

  describe('a poll', () => {
    it('counts each person once, the last word of each, and tells it to nobody but that person', async () => {
      const [ana, ben, eva] = (await connect('ana', 'ben', 'eva')) as [ChatPerson, ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben, eva]);
      const s = await ask(ana, c);
      const phone = chatClient(world, ben.id);
      await phone.open();
      await phone.loadAll(c);
      await vote(ben, c, s, 0);
      await vote(eva, c, s, 1);
      await vote(ben, c, s, 1);
      expect(rowOf(ana, c, s)?.ex).toEqual({ bt: [0, 2, 0], bn: 2 });
      expect(rowOf(ana, c, s)?.mb).toBeUndefined();
      expect(rowOf(ben, c, s)?.mb).toEqual([1]);
      expect(phone.chats.get(c)?.rows.get(s)?.mb).toEqual([1]);
      await vote(ben, c, s);
      expect(rowOf(ana, c, s)?.ex).toEqual({ bt: [0, 1, 0], bn: 1 });
      expect(phone.chats.get(c)?.rows.get(s)?.mb).toEqual([]);
      const told = JSON.stringify(ana.client.packets);
      expect(told).not.toContain('"mb"');
      await settlePeople(world, [ana, ben, eva, { ...ben, client: phone }]);
    });

    it('takes several answers only where it says so, and only those there are', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben]);
      const one = await ask(ana, c);
      const many = await ask(ana, c, { many: 1 });
      expect(await voteCode(ben, c, one, 0, 1)).toBe('BAD');
      expect(await voteCode(ben, c, one, 3)).toBe('BAD');
      expect(await voteCode(ben, c, many, 2, 2)).toBe('BAD');
      expect(await voteCode(ben, c, many, 2, 0)).toBe('ok');
      expect(rowOf(ben, c, many)).toMatchObject({ mb: [0, 2], ex: { bt: [1, 0, 1], bn: 1 } });
      expect(await voteCode(ben, c, await say(ana, c, 'no poll'), 0)).toBe('BAD');
      await settlePeople(world, [ana, ben]);
    });

    it('is refused if it is none: too few answers, two that read alike, no words, a wrong end', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben]);
      const now = world.clock.now();
      const tries: [Partial<PollBody>, string][] = [
        [{ o: ['Ja', ' ｊａ '] }, 'BAD'],
        [{ o: ['Yes', '   '] }, 'BAD'],
        [{ x: ' \n ' }, 'BAD'],
        [{ done: 1 }, 'BAD'],
        [{ end: now }, 'WINDOW'],
        [{ end: now + limits.pollMaxMs + dayMs }, 'WINDOW'],
      ];
      for (const [body, code] of tries) expect(await ask(ana, c, body), JSON.stringify(body)).toBe(code);
      const s = await ask(ana, c, { x: '  Where \n to? ', o: [' A ', 'B  b'], end: now + dayMs });
      await world.wait(100);
      expect(rowOf(ben, c, s)?.b).toEqual({ x: 'Where to?', o: ['A', 'B b'], end: now + dayMs });
    });

    it('ends at its time by the clock of the server, and at the word of who may', async () => {
      const [ana, ben, eva] = (await connect('ana', 'ben', 'eva')) as [ChatPerson, ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben, eva]);
      const timed = await ask(ben, c, { end: world.clock.now() + dayMs, add: 1 });
      expect(await voteCode(ana, c, timed, 0)).toBe('ok');
      await world.wait(dayMs);
      expect(await voteCode(ana, c, timed, 1)).toBe('WINDOW');
      expect(await codeOf(perform(ana, 'poll.add', { c, s: timed, x: 'late', op: newOp() }))).toBe('WINDOW');
      const own = await ask(eva, c);
      expect(await codeOf(perform(ben, 'poll.close', { c, s: own, op: newOp() }))).toBe('FORBIDDEN');
      // The owner may take away what others wrote, so he may close it too.
      const op = newOp();
      const { r } = await perform(ana, 'poll.close', { c, s: own, op });
      expect(await perform(ana, 'poll.close', { c, s: own, op })).toEqual({ r });
      expect(rowOf(ben, c, own)?.b?.['done']).toBe(1);
      expect(rowOf(ben, c, own)?.ed).toBeUndefined();
      expect(await voteCode(ben, c, own, 0)).toBe('WINDOW');
      await settlePeople(world, [ana, ben, eva]);
    });

    it('takes answers of others only where its creator said so, each that reads alike once, twelve in all', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben]);
      const add = (s: number, x: string) => ben.client.ask('poll.add', { c, s, x, op: newOp() });
      expect(await codeOf(add(await ask(ana, c), 'No'))).toBe('FORBIDDEN');
      const s = await ask(ana, c, { add: 1 });
      await vote(ana, c, s, 2);
      expect(await add(s, ' Somewhere  else ')).toMatchObject({ o: 3 });
      expect(await add(s, 'somewhere else')).toMatchObject({ o: 3 });
      expect(await add(s, 'HERE')).toMatchObject({ o: 0 });
      expect(await voteCode(ben, c, s, 3)).toBe('ok');
      expect(rowOf(ana, c, s)?.ex).toEqual({ bt: [0, 0, 1, 1], bn: 2, bo: ['Somewhere else'] });
      for (let n = 4; n < limits.pollOptionsMax; n += 1) await add(s, `answer ${n}`);
      expect(await codeOf(add(s, 'one too many'))).toBe('FULL');
      expect(await codeOf(add(s, '   '))).toBe('BAD');
      await settlePeople(world, [ana, ben]);
    });

    it('asks of an added answer what it asks of a message', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben]);
      const s = await ask(ana, c, { add: 1 });
      const rules = { phrases: [{ x: 'gambling', m: 'word' as const, do: 'block' as const }], allow: [] };
      await perform(ana, 'moderation.set', { c, config: rules, op: newOp() });
      expect(await codeOf(perform(ben, 'poll.add', { c, s, x: 'gambling', op: newOp() }))).toBe('FILTERED');
      expect(await ask(ben, c, { o: ['fine', 'gambling'] })).toBe('FILTERED');
      await perform(ana, 'member.mute', { c, member: toMemberId(ben.id), minutes: 60, op: newOp() });
      expect(await codeOf(perform(ben, 'poll.add', { c, s, x: 'fine', op: newOp() }))).toBe('MUTED');
      // Who may not write may still say what he thinks of a question.
      expect(await voteCode(ben, c, s, 0)).toBe('ok');
    });

    it('shows who voted how only where it is open, in pages; of an anonymous one nobody can ask', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const crowd: UserId[] = [];
      for (let n = 0; n < limits.votersPage + 5; n += 1) crowd.push(await world.person(`p${n}`));
      const c = await makeGroup(world, [ana, ben]);
      await perform(ana, 'chat.invite', { c, users: crowd, op: newOp() });
      const secret = await ask(ana, c);
      const s = await ask(ana, c, { open: 1, many: 1, o: Array.from({ length: 12 }, (_, n) => `n${n}`) });
      const voters = [ana.id, ben.id, ...crowd];
      await world.drive(voters.map((user) => world.begin(user, 'message.vote', { c, s, o: [1], op: newOp() })));
      await vote(ben, c, s, 11);
      for (const person of [ana, ben]) {
        expect(await codeOf(person.client.ask('poll.voters', { c, s: secret, o: 0 }))).toBe('FORBIDDEN');
      }
      const first = await ana.client.ask('poll.voters', { c, s, o: 1 });
      expect(first.items).toHaveLength(limits.votersPage);
      const rest = await ana.client.ask('poll.voters', { c, s, o: 1, after: first.next });
      expect(rest.next).toBeUndefined();
      const all = [...first.items, ...rest.items].map(({ u }) => Number(u));
      expect(all).toHaveLength(voters.length - 1);
      expect(new Set(all)).toEqual(new Set(voters.filter((user) => user !== ben.id).map(Number)));
      expect(await ana.client.ask('poll.voters', { c, s, o: 11 })).toEqual({ items: [{ u: ben.id, n: 'ben' }] });
    });

    it('is as far away as any message for who may not see it', async () => {
      const [ana, ben, eva, dan] = (await connect('ana', 'ben', 'eva', 'dan')) as [
        ChatPerson,
        ChatPerson,
        ChatPerson,
        ChatPerson,
      ];
      const c = await makeGroup(world, [ana, ben, eva]);
      const s = await ask(ana, c, { open: 1, add: 1 });
      const requests = (person: ChatPerson) => [
        () => person.client.ask('message.vote', { c, s, o: [0], op: newOp() }),
        () => person.client.ask('poll.add', { c, s, x: 'more', op: newOp() }),
        () => person.client.ask('poll.close', { c, s, op: newOp() }),
        () => person.client.ask('poll.voters', { c, s, o: 0 }),
        () => person.client.ask('confirm.nudge', { c, s, op: newOp() }),
      ];
      await perform(ana, 'chat.kick', { c, members: [toMemberId(eva.id)], op: newOp() });
      for (const person of [eva, dan])
        for (const run of requests(person)) expect(await codeOf(run())).toBe('NOT_MEMBER');
      await perform(ana, 'chat.invite', { c, users: [eva.id], op: newOp() });
      for (const run of requests(eva)) expect(await codeOf(run())).toBe('NOT_FOUND');
      await perform(ana, 'message.unsend', { c, s, op: newOp() });
      for (const run of requests(ben)) expect(await codeOf(run())).toBe('GONE');
      await settlePeople(world, [ana, ben, eva]);
    });

    it('that is unsent takes its votes with it', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben]);
      const s = await ask(ana, c, { open: 1 });
      await vote(ben, c, s, 1);
      await perform(ana, 'message.unsend', { c, s, op: newOp() });
      expect(rowOf(ben, c, s)).not.toHaveProperty('mb');
      expect(rowOf(ben, c, s)).not.toHaveProperty('ex');
      await settlePeople(world, [ana, ben]);
    });

    it('tells the votes about a hidden one to its sender alone', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const { chat } = await perform(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
      const { c } = chat.h;
      await say(ana, c, 'hello');
      await ben.client.loadAll(c);
      await ana.client.loadAll(c);
      await perform(ben, 'contact.set', { user: ana.id, state: contactState.blocked, op: newOp() });
      ben.client.hasBlocked = true;
      const s = await ask(ana, c);
      expect(await voteCode(ana, c, s, 2)).toBe('ok');
      expect(rowOf(ana, c, s)).toMatchObject({ mb: [2], ex: { bt: [0, 0, 1], bn: 1 } });
      expect(await voteCode(ben, c, s, 0)).toBe('NOT_FOUND');
      await settlePeople(world, [ana, ben]);
    });

    it('answers a repeat as the first time, and what came between stands', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben]);
      const s = await ask(ana, c);
      const input = { c, s, o: [0], op: newOp() };
      const first = await perform(ben, 'message.vote', input);
      await vote(ben, c, s, 2);
      expect(await perform(ben, 'message.vote', input)).toEqual(first);
      expect(rowOf(ben, c, s)).toMatchObject({ mb: [2], ex: { bt: [0, 0, 1] } });
    });
  });

  describe('a confirmation', () => {
    const please = (person: ChatPerson, c: ChatId) => post(person, c, { k: 1, b: { x: 'Read this', ask: 1 } });

    it('is asked for by who may announce, given once by each of the others, and counted', async () => {
      const [ana, ben, eva] = (await connect('ana', 'ben', 'eva')) as [ChatPerson, ChatPerson, ChatPerson];
      const c = await makeGroup(world, [ana, ben, eva]);
      expect(await please(ben, c)).toBe('FORBIDDEN');
      const s = (await please(ana, c)) as number;
      expect(await voteCode(ana, c, s, 0)).toBe('FORBIDDEN');
      expect(await voteCode(ben, c, s, 1)).toBe('BAD');
      expect(await voteCode(ben, c, s, 0)).toBe('ok');
      expect(rowOf(ben, c, s)?.mb).toEqual([0]);
      expect(rowOf(ana, c, s)?.ex).toEqual({ bt: [1], bn: 1 });
      const edit = { c, s, b: { x: 'Read this now' }, op: newOp() };
      await perform(ana, 'message.edit', edit);
      expect(rowOf(ben, c, s)).toMatchObject({ b: { x: 'Read this now', ask: 1 }, mb: [0], ex: { bn: 1 } });
      const plain = await say(ben, c, 'nothing to confirm');
      await perform(ben, 'message.edit', { c, s: plain, b: { x: 'confirm!', ask: 1 }, op: newOp() });
      expect(rowOf(ana, c, plain)?.b).toEqual({ x: 'confirm!' });
      await settlePeople(world, [ana, ben, eva]);
    });

    it('is asked for by either side of a 1:1 chat', async () => {
      const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
      const { chat } = await perform(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben.id] });
      expect(await please(ana, chat.h.c)).toBeTypeOf('number');
      expect(await please(ben, chat.h.c)).toBeTypeOf('number');
    });

    it('is asked for again of those who owe it, at most three times, once an hour, and nobody learns who they are', async () => {
      const [ana, ben, eva, dan] = (await connect('ana', 'ben', 'eva', 'dan')) as [
        ChatPerson,
        ChatPerson,
        ChatPerson,
        ChatPerson,
      ];
      const c = await makeGroup(world, [ana, ben, eva, dan]);
      const s = (await please(ana, c)) as number;
      for (const person of [ben, eva, dan]) await perform(person, 'read.mark', { items: [[c, s]] });
      await vote(ben, c, s, 0);
      expect([ben, eva].map(({ client }) => client.chats.get(c)?.chat.unread)).toEqual([0, 0]);
      const nudge = () => ana.client.ask('confirm.nudge', { c, s, op: newOp() });
      const before = ana.client.packets.length;
      expect(await nudge()).toEqual({ left: limits.nudgesMax - 1 });
      // Over a database of its own process people hear one after the other.
      const marksOf = () => [ben, eva, dan].map(({ client }) => client.chats.get(c)?.chat.me.uf);
      for (let tries = 0; tries < 20 && marksOf().filter(Boolean).length < 2; tries += 1) await world.wait(100);
      expect(marksOf()).toEqual([undefined, s, s]);
      expect([ben, eva, dan].map(({ client }) => client.chats.get(c)?.chat.unread)).toEqual([0, 1, 1]);
      expect(ana.client.packets.slice(before)).toEqual([]);
      expect(await codeOf(nudge())).toBe('SLOW');
      expect(await codeOf(perform(eva, 'confirm.nudge', { c, s, op: newOp() }))).toBe('FORBIDDEN');
      await vote(eva, c, s, 0);
      await perform(eva, 'chat.set', { c, unreadFrom: 0, op: newOp() });
      await world.wait(limits.nudgeEveryMs);
      expect(await nudge()).toEqual({ left: 1 });
      await world.wait(limits.nudgeEveryMs);
      expect(await nudge()).toEqual({ left: 0 });
      expect(eva.client.chats.get(c)?.chat.me.uf).toBeUndefined();
      await world.wait(limits.nudgeEveryMs);
      expect(await codeOf(nudge())).toBe('FULL');
      expect(await codeOf(perform(ana, 'confirm.nudge', { c, s: await say(ana, c, 'x'), op: newOp() }))).toBe(
        'FORBIDDEN',
      );
      await settlePeople(world, [ana, ben, eva, dan]);
    });
  });

  it('a closed community takes no votes any more', async () => {
    const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
    const made = { op: newOp(), title: 'Place', nn: 'Owner', set: { join: joinMode.open } };
    const { c } = (await perform(ana, 'community.create', made)).chat.h;
    await perform(ben, 'community.join', { c, nn: 'Bee', op: newOp() });
    for (const { client } of [ana, ben]) await client.show([c]);
    const s = await ask(ana, c, { open: 1, add: 1 });
    for (const { client } of [ana, ben]) await client.loadAll(c);
    await vote(ben, c, s, 0);
    expect(rowOf(ben, c, s)).toMatchObject({ mb: [0], ex: { bt: [1, 0, 0] } });
    expect(rowOf(ana, c, s)).not.toHaveProperty('mb');
    expect((await ana.client.ask('poll.voters', { c, s, o: 0 })).items).toEqual([
      { u: ben.client.chats.get(c)?.chat.me.mid, n: 'Bee' },
    ]);
    await settlePeople(world, [ana, ben]);
    await perform(ana, 'community.close', { c, op: newOp() });
    expect(await voteCode(ben, c, s, 1)).toBe('FORBIDDEN');
    expect(await codeOf(perform(ana, 'poll.close', { c, s, op: newOp() }))).toBe('FORBIDDEN');
  });

  it('a lost announcement is healed with the own vote', async () => {
    const [ana, ben] = (await connect('ana', 'ben')) as [ChatPerson, ChatPerson];
    const c = await makeGroup(world, [ana, ben]);
    const s = await ask(ana, c);
    await world.wait(500);
    const items = [{ userId: ben.id, s, o: [1], op: newOp() }];
    await world.storage.run('setBallots', { c, items });
    world.nodes[0]?.live.heal(c);
    await world.wait(1_000);
    expect(rowOf(ben, c, s)).toMatchObject({ mb: [1], ex: { bt: [0, 1, 0] } });
    expect(rowOf(ana, c, s)).not.toHaveProperty('mb');
    await settlePeople(world, [ana, ben]);
  });
}

describe('votes', () => suite(() => createChatWorld()));

describePostgres('votes on PostgreSQL', (getUrl) =>
  suite(() => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 })),
);

describe('500 people', () => {
  async function crowded() {
    const bus = new InProcessBus();
    const world = await createChatWorld({ nodes: 2, buses: [bus.connect(), bus.connect()] });
    const [ana, ben] = (await connectPeople(world, ['ana', 'ben'])) as [ChatPerson, ChatPerson];
    const crowd: UserId[] = [];
    for (let n = 0; n < 498; n += 1) crowd.push(await world.person(`p${n}`));
    const c = await makeGroup(world, [ana, ben]);
    for (let from = 0; from < crowd.length; from += 100)
      await ana.client.ask('chat.invite', { c, users: crowd.slice(from, from + 100), op: newOp() });
    const { items } = await ana.client.ask('message.send', {
      c,
      items: [{ i: toCid(randomUUID()), k: messageKind.poll, b: { x: 'Where?', o: ['Here', 'There', 'Home'] } }],
    });
    await world.wait(1_000);
    return { world, ana, ben, c, s: (items[0] as { s: number }).s, voters: [ana.id, ben.id, ...crowd] };
  }

  it('vote at once: exact totals in few revs', async () => {
    const { world, ana, ben, c, s, voters } = await crowded();
    const before = ana.client.chats.get(c)?.chat.head.rev ?? 0;
    await world.drive(
      voters.map((user, n) => world.begin(user, 'message.vote', { c, s, o: [n % 3], op: newOp() }, { node: n % 2 })),
    );
    await world.wait(1_000);
    expect(ana.client.chats.get(c)?.rows.get(s)?.ex).toEqual({ bt: [167, 167, 166], bn: 500 });
    expect((ana.client.chats.get(c)?.chat.head.rev ?? 0) - before).toBeLessThanOrEqual(6);
    await settlePeople(world, [ana, ben]);
    await world.close();
  }, 120_000);

  it('vote while it is being closed: what was answered counts, and nothing else', async () => {
    const { world, ana, ben, c, s, voters } = await crowded();
    const counts = [0, 0, 0];
    let refused = 0;
    const running = voters.map(async (user, n) => {
      await new Promise<void>((resolve) => void world.clock.after(n * 2, resolve));
      const code = await codeOf(world.begin(user, 'message.vote', { c, s, o: [n % 3], op: newOp() }, { node: n % 2 }));
      if (code === 'ok') counts[n % 3] = (counts[n % 3] ?? 0) + 1;
      else if (code === 'WINDOW') refused += 1;
    });
    const closing = new Promise<void>((resolve) => void world.clock.after(500, resolve)).then(() =>
      world.begin(ana.id, 'poll.close', { c, s, op: newOp() }),
    );
    await world.drive([...running, closing]);
    await world.wait(1_000);
    const sum = counts.reduce((one, other) => one + other, 0);
    expect([sum, refused, sum + refused]).toEqual([expect.any(Number), expect.any(Number), 500]);
    expect(Math.min(sum, refused)).toBeGreaterThan(50);
    const row = ana.client.chats.get(c)?.rows.get(s);
    expect(row).toMatchObject({ b: { done: 1 }, ex: { bt: counts, bn: sum } });
    await settlePeople(world, [ana, ben]);
    await world.close();
  }, 120_000);
});
