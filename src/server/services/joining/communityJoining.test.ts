import { describe, expect, it } from 'vitest';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { codeOf, connectPeople, perform, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const dayMs = 86_400_000;
const asking: ChatSettings = { join: joinMode.approval, ask: 'Which camera?', rules: 'Be kind', listed: 1 };

interface Scene {
  world: ChatWorld;
  /** owner, and three who are not in yet */
  ana: ChatPerson;
  ben: ChatPerson;
  eva: ChatPerson;
  dan: ChatPerson;
  all: ChatPerson[];
  c: ChatId;
}

const join = (person: ChatPerson, c: ChatId, nn: string, note?: string) =>
  perform(person, 'community.join', { c, nn, op: newOp(), ...(note === undefined ? {} : { note }) });
const use = (person: ChatPerson, code: string, nn?: string, note?: string) =>
  perform(person, 'link.use', {
    code,
    op: newOp(),
    ...(nn === undefined ? {} : { nn }),
    ...(note === undefined ? {} : { note }),
  });
const withdraw = (person: ChatPerson, c: ChatId) => perform(person, 'request.withdraw', { c, op: newOp() });
const queue = async ({ client }: ChatPerson, c: ChatId) => (await client.ask('request.list', { c })).items;
const peek = ({ client }: ChatPerson, c: ChatId) => client.ask('community.peek', { c });
const makeLink = async (person: ChatPerson, c: ChatId, uses?: number) =>
  (await perform(person, 'link.create', { c, op: newOp(), ...(uses === undefined ? {} : { uses }) })).link.code;
/** Decides about whoever asks under this name. */
async function decide(person: ChatPerson, c: ChatId, nn: string, accept: boolean): Promise<MemberId> {
  const asker = (await queue(person, c)).find(({ name }) => name === nn)?.u as MemberId;
  await perform(person, 'request.decide', { c, asker, accept, op: newOp() });
  return asker;
}
const midOf = ({ client }: ChatPerson, c: ChatId) => client.chats.get(c)?.chat.me.mid as MemberId;
const isIn = ({ client }: ChatPerson, c: ChatId) => client.chats.get(c)?.chat.me.st === memberState.joined;
const waitingOf = ({ client }: ChatPerson, c: ChatId) => client.chats.get(c)?.chat.me.rq;
const heard = ({ client }: ChatPerson, name: string) =>
  client.packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === name ? [packet.signal.data] : [],
  );

const setCap = writeUnit(async (tx, { c, cap }: { c: ChatId; cap: number }) => {
  await tx.sql('UPDATE chats SET member_cap = ? WHERE id = ?', [cap, c]);
});

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  async function start(set: ChatSettings = asking): Promise<Scene> {
    const world = await make();
    const all = await connectPeople(world, ['accountana', 'accountben', 'accounteva', 'accountdan']);
    const [ana, ben, eva, dan] = all as [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
    const input = { op: newOp(), title: 'Film', about: 'Slow photographs', nn: 'Owl', set };
    const { chat } = await perform(ana, 'community.create', input);
    return { world, ana, ben, eva, dan, all, c: chat.h.c };
  }

  describe('a community that wants to approve', () => {
    it('lets people ask under a name of their own, and tells who decides that name and the answer, never the account', async () => {
      const { world, ana, ben, eva, all, c } = await start();
      ana.client.close();
      const op = newOp();
      const input = { c, nn: ' Dew  drop ', note: '  a half-frame ', op };
      expect(await perform(ben, 'community.join', input)).toEqual({ c, state: 'waiting' });
      expect(await perform(ben, 'community.join', input)).toEqual({ c, state: 'waiting' });
      await ana.client.open();
      expect(waitingOf(ana, c)).toBe(1);
      await join(eva, c, 'Fern');
      expect(waitingOf(ana, c)).toBe(2);
      expect(await peek(ben, c)).toMatchObject({
        me: 'waiting',
        nn: 'Dew drop',
        ask: 'Which camera?',
        rules: 'Be kind',
      });
      // Asking twice is asking once, whatever the second time says.
      expect(await join(ben, c, 'Another', 'again')).toEqual({ c, state: 'waiting' });
      const items = await queue(ana, c);
      expect(items.map(({ name, note }) => [name, note])).toEqual([
        ['Dew drop', 'a half-frame'],
        ['Fern', undefined],
      ]);
      expect(JSON.stringify(items)).not.toMatch(/account|handle/);
      expect(items.map(({ u }) => u)).not.toContain(ben.id);
      const asker = await decide(ana, c, 'Dew drop', true);
      expect(isIn(ben, c)).toBe(true);
      expect(midOf(ben, c)).toBe(asker);
      const { items: found } = await ana.client.ask('members.list', { c, ids: [asker] });
      expect(found).toMatchObject([{ u: asker, nn: 'Dew drop' }]);
      expect(waitingOf(ana, c)).toBe(1);
      expect(JSON.stringify(ana.client.packets)).not.toMatch(/account(ben|eva)/);
      await settlePeople(world, all);
      await world.close();
    });

    it('keeps the name of who waits until it is decided, and frees it when it is taken back or declined', async () => {
      const { world, ana, ben, eva, dan, all, c } = await start();
      await join(ben, c, 'カメラ');
      for (const nn of ['カメラ', 'かめら', 'ｶﾒﾗ']) expect(await codeOf(join(eva, c, nn)), nn).toBe('NAME_TAKEN');
      expect(await codeOf(join(eva, c, 'owl'))).toBe('NAME_TAKEN');
      expect(await codeOf(join(eva, c, '...'))).toBe('BAD');
      const rename = () => perform(ana, 'community.profile', { c, nn: 'かめら', op: newOp() });
      expect(await codeOf(rename())).toBe('NAME_TAKEN');
      const open = { c, set: { join: joinMode.open }, op: newOp() };
      await perform(ana, 'chat.settings', open);
      expect(await codeOf(join(dan, c, 'かめら'))).toBe('NAME_TAKEN');
      await perform(ana, 'chat.settings', { c, set: { join: joinMode.approval }, op: newOp() });
      await withdraw(ben, c);
      expect(await codeOf(withdraw(ben, c))).toBe('NOT_FOUND');
      expect(await peek(ben, c)).not.toHaveProperty('me');
      expect(waitingOf(ana, c)).toBeUndefined();
      await join(eva, c, 'かめら');
      await decide(ana, c, 'かめら', false);
      expect(await join(ben, c, 'カメラ')).toMatchObject({ state: 'waiting' });
      await decide(ana, c, 'カメラ', true);
      expect(isIn(ben, c)).toBe(true);
      await settlePeople(world, all);
      await world.close();
    });

    it('tells who was declined at once, and when he can ask again', async () => {
      const { world, ana, ben, eva, all, c } = await start();
      await join(ben, c, 'Dew');
      await join(eva, c, 'Fern');
      await decide(ana, c, 'Dew', false);
      expect(heard(ben, 'declined')).toEqual([{ c }]);
      expect(heard(eva, 'declined')).toEqual([]);
      expect(heard(ana, 'declined')).toEqual([]);
      const { me, again } = await peek(ben, c);
      expect([me, again]).toEqual(['refused', expect.any(Number)]);
      await expect(join(ben, c, 'Dew')).rejects.toMatchObject({ code: 'RATE', retry: expect.any(Number) });
      await decide(ana, c, 'Fern', true);
      expect(heard(eva, 'declined')).toEqual([]);
      await world.clock.advance(limits.askAgainMs);
      expect(await peek(ben, c)).not.toHaveProperty('me');
      expect(await join(ben, c, 'Dew')).toEqual({ c, state: 'waiting' });
      await settlePeople(world, all);
      await world.close();
    });

    it('shows the queue to those who may approve, and to nobody else; of two who decide one finds nobody', async () => {
      const { world, ana, ben, eva, dan, all, c } = await start();
      await join(ben, c, 'Dew');
      await decide(ana, c, 'Dew', true);
      await join(eva, c, 'Fern');
      const [request] = await queue(ana, c);
      const asker = request?.u as MemberId;
      const accept = (person: ChatPerson) =>
        codeOf(perform(person, 'request.decide', { c, asker, accept: true, op: newOp() }));
      expect(await codeOf(queue(ben, c))).toBe('FORBIDDEN');
      expect(await accept(ben)).toBe('FORBIDDEN');
      expect(waitingOf(ben, c)).toBeUndefined();
      expect(await codeOf(queue(dan, c))).toBe('NOT_MEMBER');
      expect(await accept(eva)).toBe('NOT_MEMBER');
      await world.clock.advance(dayMs);
      await perform(ana, 'chat.role', { c, member: midOf(ben, c), role: memberRole.moderator, op: newOp() });
      expect(waitingOf(ben, c)).toBe(1);
      const both = [ana, ben].map(({ id }) =>
        codeOf(world.begin(id, 'request.decide', { c, asker, accept: true, op: newOp() })),
      );
      await world.drive(both);
      expect((await Promise.all(both)).toSorted()).toEqual(['GONE', 'ok']);
      await settlePeople(world, all);
      expect(isIn(eva, c)).toBe(true);
      await world.close();
    });

    it('lets in neither who was banned meanwhile nor more than fit, and has nobody to ask when it is empty', async () => {
      const { world, ana, ben, eva, dan, c } = await start();
      await join(ben, c, 'Dew');
      await decide(ana, c, 'Dew', true);
      const mid = midOf(ben, c);
      await perform(ben, 'chat.leave', { c, op: newOp() });
      await join(ben, c, 'Dew again');
      await perform(ana, 'chat.ban', { c, member: mid, ban: true, op: newOp() });
      expect(await codeOf(decide(ana, c, 'Dew again', true))).toBe('BANNED');
      expect(await peek(ben, c)).toMatchObject({ me: 'banned' });
      await decide(ana, c, 'Dew again', false);
      await world.clock.advance(limits.askAgainMs);
      expect(await codeOf(join(ben, c, 'Dew'))).toBe('BANNED');
      await join(eva, c, 'Fern');
      await world.storage.runUnit(setCap, { c, cap: 1 });
      expect(await codeOf(decide(ana, c, 'Fern', true))).toBe('FULL');
      expect((await queue(ana, c)).map(({ name }) => name)).toEqual(['Fern']);
      await perform(ana, 'chat.leave', { c, op: newOp() });
      expect(await codeOf(join(dan, c, 'Moss'))).toBe('GONE');
      await world.close();
    });

    it('keeps the id of a person through requests and memberships, and gives somebody who is brought back a name of his own', async () => {
      const { world, ana, ben, eva, all, c } = await start();
      await join(ben, c, 'Dew');
      const declined = await decide(ana, c, 'Dew', false);
      await perform(ana, 'chat.settings', { c, set: { join: joinMode.open }, op: newOp() });
      await join(ben, c, 'Dew');
      expect(midOf(ben, c)).toBe(declined);
      await world.clock.advance(4 * dayMs);
      await perform(ana, 'chat.kick', { c, members: [declined], op: newOp() });
      await perform(ana, 'chat.settings', { c, set: { join: joinMode.approval }, op: newOp() });
      // Somebody asks under the name that is free now, and then its former owner is back.
      await join(eva, c, 'dew');
      const { items } = await ana.client.ask('act.list', { c });
      await perform(ana, 'act.undo', { c, id: items.find(({ kind }) => kind === 'remove')?.id as ActId, op: newOp() });
      expect(isIn(ben, c)).toBe(true);
      await decide(ana, c, 'dew', true);
      expect(isIn(eva, c)).toBe(true);
      await settlePeople(world, all);
      await world.close();
    });
  });

  describe('a link into a community', () => {
    it('shows its card and lets people in under names of their own, past a closed door', async () => {
      const { world, ana, ben, eva, all, c } = await start({ rules: 'Be kind' });
      const code = await makeLink(ana, c, 2);
      expect(await ben.client.ask('link.peek', { code })).toEqual({
        ...{ c, kind: 3, title: 'Film', about: 'Slow photographs', rules: 'Be kind', cnt: 1, me: 'out' },
      });
      expect(await codeOf(use(ben, code))).toBe('BAD');
      expect(await codeOf(use(ben, code, 'OWL'))).toBe('NAME_TAKEN');
      expect(await use(ben, code, 'Dew')).toEqual({ c, state: 'in' });
      expect(isIn(ben, c)).toBe(true);
      // What did not let anybody in was not used.
      expect((await ana.client.ask('link.list', { c })).items).toMatchObject([{ uses: 1, by: midOf(ana, c) }]);
      expect(await ben.client.ask('link.peek', { code })).toMatchObject({ me: 'in', cnt: 2 });
      await use(eva, code, 'Fern');
      expect(JSON.stringify(ana.client.packets)).not.toMatch(/account(ben|eva)/);
      await settlePeople(world, all);
      await world.close();
    });

    it('leads to the queue where the community wants to approve, and counts its person once', async () => {
      const { world, ana, ben, dan, all, c } = await start();
      const code = await makeLink(ana, c, 1);
      expect(await ben.client.ask('link.peek', { code })).toMatchObject({ asks: 1, ask: 'Which camera?', me: 'out' });
      expect(await use(ben, code, 'Dew', 'a half-frame')).toEqual({ c, state: 'waiting' });
      expect(await ben.client.ask('link.peek', { code })).toMatchObject({ me: 'waiting', nn: 'Dew' });
      expect(await codeOf(use(dan, code, 'Moss'))).toBe('GONE');
      await withdraw(ben, c);
      const second = await makeLink(ana, c, 1);
      expect(await use(ben, second, 'Dew', 'the same')).toEqual({ c, state: 'waiting' });
      expect((await queue(ana, c)).map(({ name, note }) => [name, note])).toEqual([['Dew', 'the same']]);
      await decide(ana, c, 'Dew', true);
      expect(isIn(ben, c)).toBe(true);
      await settlePeople(world, all);
      await world.close();
    });

    it('is for those who may invite: members of a community by default may not', async () => {
      const { world, ana, ben, eva, all, c } = await start({ join: joinMode.open, listed: 1 });
      await join(ben, c, 'Dew');
      const code = await makeLink(ana, c);
      for (const ask of [
        () => makeLink(ben, c),
        () => ben.client.ask('link.list', { c }),
        () => perform(ben, 'link.revoke', { c, code, op: newOp() }),
      ])
        expect(await codeOf(ask())).toBe('FORBIDDEN');
      expect(await codeOf(makeLink(eva, c))).toBe('NOT_MEMBER');
      await perform(ana, 'link.revoke', { c, code, op: newOp() });
      expect(await codeOf(use(eva, code, 'Fern'))).toBe('GONE');
      await settlePeople(world, all);
      await world.close();
    });
  });
}

describe('joining a community on SQLite', () => defineSuite(createChatWorld));

describePostgres('joining a community on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
  ),
);
