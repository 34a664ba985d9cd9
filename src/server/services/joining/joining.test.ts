import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { groupAddPref } from '#domain/groupAddRules.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';

type MakeWorld = (options?: ChatWorldOptions) => Promise<ChatWorld>;
interface Scene {
  world: ChatWorld;
  ids: UserId[];
  people: [ChatClient, ChatClient, ChatClient, ChatClient];
  /** a group of the first (owner) and the second */
  c: ChatId;
}

const dayMs = 86_400_000;
const codeOf = (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'ok',
    (error: AppError) => error.code,
  );
/** Every one of these is refused like that. One after the other: a refusal nobody waits for yet is an accident of its own. */
async function expectRefused(code: string, asks: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const ask of asks) expect(await codeOf(ask())).toBe(code);
}
const noCode = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Everything is delivered; every device shows what a new one reads; the stored rows keep the rules. */
async function settle({ world, people }: Pick<Scene, 'world' | 'people'>): Promise<void> {
  await world.wait(3_000);
  for (const { actual, expected } of await verifyDeltas(world, people)) expect(actual).toEqual(expected);
  expect(await findBrokenInvariants(world, people)).toEqual([]);
  expect(world.failures).toEqual([]);
}

const setState = writeUnit(async (tx, input: { c: ChatId; user: UserId; state: number; role: number }) => {
  await tx.sql('UPDATE members SET state = ?, role = ? WHERE chat_id = ? AND user_id = ?', [
    input.state,
    input.role,
    input.c,
    input.user,
  ]);
});
/** As when somebody was banned who has left: the roles of the others stay. */
const ban = (world: ChatWorld, c: ChatId, user: UserId) =>
  world.storage.runUnit(setState, { c, user, state: memberState.banned, role: 0 });
const setCap = writeUnit(async (tx, { c, cap }: { c: ChatId; cap: number }) => {
  await tx.sql('UPDATE chats SET member_cap = ? WHERE id = ?', [cap, c]);
});

const findLine = (client: ChatClient, c: ChatId, ev: string): boolean =>
  client.seen.some(({ c: at, row }) => at === c && row.b?.['ev'] === ev);

function defineJoiningSuite(make: MakeWorld): void {
  async function start(options?: ChatWorldOptions): Promise<Scene> {
    const world = await make(options);
    const ids: UserId[] = [];
    for (const name of ['ana', 'ben', 'eva', 'dan']) ids.push(await world.person(name));
    const people = ids.map((id) => chatClient(world, id)) as Scene['people'];
    for (const client of people) await client.open();
    if (options?.areAsked) await world.ask(ids[1]!, 'contact.set', { user: ids[0]!, state: 1, op: newOp() });
    const { chat } = await people[0].ask('chat.create', {
      i: newOp(),
      kind: chatKind.group,
      title: 'Garden',
      users: [ids[1]!],
    });
    await world.wait(1_000);
    return { world, ids, people, c: chat.h.c };
  }
  const makeLink = async (client: ChatClient, c: ChatId, more: { days?: 1 | 7 | 30; uses?: number } = {}) =>
    (await client.ask('link.create', { c, ...more, op: newOp() })).link.code;
  const use = (client: ChatClient, code: string, note?: string) =>
    client.ask('link.use', { code, op: newOp(), ...(note === undefined ? {} : { note }) });
  const approve = (client: ChatClient, c: ChatId, ask?: string) =>
    client.ask('chat.settings', { c, set: { join: joinMode.approval, ...(ask ? { ask } : {}) }, op: newOp() });

  describe('an invite link', () => {
    it('shows what it leads to and brings a stranger in with a line, live, and nothing from before', async () => {
      const scene = await start();
      const [ana, ben, eva] = scene.people;
      const { c } = scene;
      await ana.ask('message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: 'secret' } }] });
      const code = await makeLink(ben, c);
      expect(code).toMatch(/^[\w-]{22}$/);
      const peeked = await eva.ask('link.peek', { code });
      expect(peeked).toEqual({ c, kind: chatKind.group, title: 'Garden', cnt: 2, me: 'out' });
      expect(await use(eva, code)).toEqual({ c, state: 'in' });
      await scene.world.wait(1_000);
      expect(eva.chats.get(c)?.chat.me).toMatchObject({ st: memberState.joined });
      expect(findLine(ana, c, 'joined')).toBe(true);
      await ana.ask('message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: 'welcome' } }] });
      expect(JSON.stringify(eva.packets)).toContain('welcome');
      expect(JSON.stringify(eva.packets)).not.toContain('secret');
      expect(await eva.ask('link.peek', { code })).toMatchObject({ me: 'in', cnt: 3 });
      // Whoever is in changes nothing, and uses nothing up.
      expect(await use(eva, code)).toEqual({ c, state: 'in' });
      expect((await ana.ask('link.list', { c })).items).toMatchObject([{ code, uses: 1, by: scene.ids[1] }]);
      await settle(scene);
      await scene.world.close();
    });

    it('a repeat with the same op is answered alike and counts once', async () => {
      const scene = await start();
      const [ana, , eva] = scene.people;
      const op = newOp();
      const made = await ana.ask('link.create', { c: scene.c, uses: 5, op });
      expect(await ana.ask('link.create', { c: scene.c, uses: 5, op })).toEqual(made);
      const come = newOp();
      const first = await eva.ask('link.use', { code: made.link.code, op: come });
      await eva.ask('chat.leave', { c: scene.c, op: newOp() });
      expect(await eva.ask('link.use', { code: made.link.code, op: come })).toEqual(first);
      await scene.world.wait(1_000);
      expect(eva.chats.has(scene.c)).toBe(false);
      expect((await ana.ask('link.list', { c: scene.c })).items).toMatchObject([{ uses: 1, max: 5 }]);
      await settle(scene);
      await scene.world.close();
    });

    it('one that ended, was used up, revoked or never was looks the same; who came in stays in', async () => {
      const scene = await start();
      const [ana, ben, eva, dan] = scene.people;
      const { c } = scene;
      const [over, once, revoked] = [
        await makeLink(ana, c, { days: 1 }),
        await makeLink(ana, c, { uses: 1 }),
        await makeLink(ana, c),
      ];
      await use(eva, once);
      await scene.world.clock.advance(dayMs + 1);
      await ana.ask('link.revoke', { c, code: revoked, op: newOp() });
      for (const code of [over, once, revoked, noCode]) {
        expect(await codeOf(dan.ask('link.peek', { code }))).toBe('GONE');
        expect(await codeOf(use(dan, code))).toBe('GONE');
      }
      expect((await ana.ask('link.list', { c })).items).toEqual([]);
      expect((await eva.ask('members.list', { c, range: [0, 10] })).total).toBe(3);
      // A link of somebody who was thrown out has lost its voice, too.
      const bens = await makeLink(ben, c);
      await ana.ask('chat.kick', { c, members: [toMemberId(scene.ids[1]!)], op: newOp() });
      expect(await codeOf(use(dan, bens))).toBe('GONE');
      await settle(scene);
      await scene.world.close();
    });

    it('keeps out who is banned, and everybody when the group is full or empty', async () => {
      const scene = await start();
      const [ana, ben, eva, dan] = scene.people;
      const { c, world, ids } = scene;
      const code = await makeLink(ana, c);
      await use(eva, code);
      await eva.ask('chat.leave', { c, op: newOp() });
      await ban(world, c, ids[2]!);
      expect(await eva.ask('link.peek', { code })).toMatchObject({ me: 'banned' });
      expect(await codeOf(use(eva, code))).toBe('BANNED');
      await world.storage.runUnit(setCap, { c, cap: 2 });
      expect(await dan.ask('link.peek', { code })).toMatchObject({ full: 1 });
      expect(await codeOf(use(dan, code))).toBe('FULL');
      // What did not let anybody in was not used.
      expect((await ana.ask('link.list', { c })).items).toMatchObject([{ uses: 1 }]);
      await world.storage.runUnit(setCap, { c, cap: 500 });
      await ben.ask('chat.leave', { c, op: newOp() });
      await ana.ask('chat.leave', { c, op: newOp() });
      expect(await codeOf(use(dan, code))).toBe('GONE');
      await world.close();
    });

    it('is for those who may invite: others neither see nor make nor end any, and members end only their own', async () => {
      const scene = await start();
      const [ana, ben, eva] = scene.people;
      const { c, ids } = scene;
      const [anas, bens] = [await makeLink(ana, c), await makeLink(ben, c)];
      await expectRefused('NOT_MEMBER', [
        () => eva.ask('link.list', { c }),
        () => eva.ask('link.create', { c, op: newOp() }),
        () => eva.ask('link.revoke', { c, code: anas, op: newOp() }),
      ]);
      expect(await codeOf(ben.ask('link.revoke', { c, code: anas, op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(ben.ask('link.revoke', { c, code: noCode, op: newOp() }))).toBe('NOT_FOUND');
      await ana.ask('link.revoke', { c, code: bens, op: newOp() });
      const anaRights = [0, 0, 0] as [number, number, number];
      await ana.ask('chat.settings', { c, set: { rights: anaRights }, op: newOp() });
      await expectRefused('FORBIDDEN', [
        () => ben.ask('link.list', { c }),
        () => ben.ask('link.create', { c, op: newOp() }),
        () => ben.ask('link.revoke', { c, code: bens, op: newOp() }),
        () => ben.ask('chat.invite', { c, users: [ids[3]!], op: newOp() }),
      ]);
      await settle(scene);
      await scene.world.close();
    });

    it('a chat has at most twenty that work', async () => {
      const scene = await start();
      const [ana] = scene.people;
      const codes: string[] = [];
      for (let made = 0; made < limits.linksMax; made += 1) codes.push(await makeLink(ana, scene.c));
      expect(new Set(codes).size).toBe(limits.linksMax);
      expect(await codeOf(makeLink(ana, scene.c))).toBe('FULL');
      await ana.ask('link.revoke', { c: scene.c, code: codes[0]!, op: newOp() });
      expect(await codeOf(makeLink(ana, scene.c))).toBe('ok');
      await scene.world.close();
    });

    it('a link with three uses lets in exactly three of twenty who come at once', async () => {
      const scene = await start();
      const [ana] = scene.people;
      const code = await makeLink(ana, scene.c, { uses: 3 });
      const crowd = await Promise.all(Array.from({ length: 20 }, (_, at) => scene.world.person(`p${at}`)));
      const tries = crowd.map((user) => codeOf(scene.world.begin(user, 'link.use', { code, op: newOp() })));
      await scene.world.drive(tries);
      const answers = await Promise.all(tries);
      expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3);
      expect(answers.filter((answer) => answer === 'GONE')).toHaveLength(17);
      expect((await ana.ask('members.list', { c: scene.c, range: [0, 50] })).total).toBe(5);
      await settle(scene);
      await scene.world.close();
    });
  });

  describe('letting people in', () => {
    it('who asks waits; approvers hear of it live and after an absence; the one who is let in gets the chat', async () => {
      const scene = await start();
      const [ana, ben, eva, dan] = scene.people;
      const { c, ids } = scene;
      await approve(ana, c, 'Who are you?');
      const code = await makeLink(ana, c);
      expect(await eva.ask('link.peek', { code })).toMatchObject({ asks: 1, ask: 'Who are you?', me: 'out' });
      ana.close();
      expect(await use(eva, code, '  a neighbour ')).toEqual({ c, state: 'waiting' });
      await use(dan, code);
      await ana.open();
      expect(ana.chats.get(c)?.chat.me.rq).toBe(2);
      expect(ben.chats.get(c)?.chat.me).not.toHaveProperty('rq');
      expect(await eva.ask('link.peek', { code })).toMatchObject({ me: 'waiting' });
      expect(eva.chats.has(c)).toBe(false);
      // Asking twice is asking once.
      expect(await use(eva, code, 'again')).toEqual({ c, state: 'waiting' });
      const { items, total } = await ana.ask('request.list', { c });
      expect(total).toBe(2);
      expect(items.map(({ u, name, note }) => [u, name, note])).toEqual([
        [ids[2], 'eva', 'a neighbour'],
        [ids[3], 'dan', undefined],
      ]);
      await ana.ask('request.decide', { c, asker: toMemberId(ids[2]!), accept: true, op: newOp() });
      await scene.world.wait(1_000);
      expect(eva.chats.get(c)?.chat.me.st).toBe(memberState.joined);
      expect(findLine(ben, c, 'joined')).toBe(true);
      expect(ana.chats.get(c)?.chat.me.rq).toBe(1);
      await ana.ask('request.decide', { c, asker: toMemberId(ids[3]!), accept: false, op: newOp() });
      await scene.world.wait(1_000);
      expect(ana.chats.get(c)?.chat.me).not.toHaveProperty('rq');
      expect(await dan.ask('link.peek', { code })).toMatchObject({ me: 'refused' });
      await expect(use(dan, code)).rejects.toMatchObject({ code: 'RATE', retry: expect.any(Number) });
      await scene.world.clock.advance(limits.askAgainMs);
      expect(await use(dan, code)).toMatchObject({ state: 'waiting' });
      await settle(scene);
      await scene.world.close();
    });

    it('a request can be taken back, uses a link once, and ends when its person comes in another way', async () => {
      const scene = await start();
      const [ana, , eva, dan] = scene.people;
      const { c, ids } = scene;
      await approve(ana, c);
      const code = await makeLink(ana, c, { uses: 2 });
      await use(eva, code);
      await eva.ask('request.withdraw', { c, op: newOp() });
      expect(await codeOf(eva.ask('request.withdraw', { c, op: newOp() }))).toBe('NOT_FOUND');
      await scene.world.wait(1_000);
      expect(ana.chats.get(c)?.chat.me).not.toHaveProperty('rq');
      await use(eva, code);
      expect((await ana.ask('link.list', { c })).items).toMatchObject([{ uses: 1 }]);
      await ana.ask('chat.invite', { c, users: [ids[2]!], op: newOp() });
      await scene.world.wait(1_000);
      expect(ana.chats.get(c)?.chat.me).not.toHaveProperty('rq');
      await use(dan, code);
      // The switch goes back: who waits can come in at once, by a link that his own request has used up.
      await ana.ask('chat.settings', { c, set: { join: null }, op: newOp() });
      expect((await ana.ask('request.list', { c })).total).toBe(1);
      const open = await makeLink(ana, c);
      expect(await use(dan, open)).toEqual({ c, state: 'in' });
      expect((await ana.ask('request.list', { c })).total).toBe(0);
      await settle(scene);
      await scene.world.close();
    });

    it('only who may approve sees and decides; of two who decide at once one finds nobody', async () => {
      const scene = await start();
      const [ana, ben, eva] = scene.people;
      const { c, ids, world } = scene;
      await approve(ana, c);
      const code = await makeLink(ana, c);
      await use(eva, code);
      const asker = toMemberId(ids[2]!);
      expect(await codeOf(ben.ask('request.list', { c }))).toBe('FORBIDDEN');
      expect(await codeOf(ben.ask('request.decide', { c, asker, accept: true, op: newOp() }))).toBe('FORBIDDEN');
      expect(await codeOf(eva.ask('request.decide', { c, asker, accept: true, op: newOp() }))).toBe('NOT_MEMBER');
      await world.storage.runUnit(setState, { c, user: ids[1]!, state: 1, role: memberRole.admin });
      const both = [true, false].map((accept, at) =>
        codeOf(world.begin(ids[at]!, 'request.decide', { c, asker, accept, op: newOp() })),
      );
      await world.drive(both);
      expect((await Promise.all(both)).toSorted()).toEqual(['GONE', 'ok']);
      const { total } = await ana.ask('members.list', { c, range: [0, 10] });
      const state = (await eva.ask('link.peek', { code })).me;
      expect([total, state]).toEqual(total === 3 ? [3, 'in'] : [2, 'refused']);
      await world.close();
    });

    it('does not let in who was banned meanwhile, nor more than fit', async () => {
      const scene = await start();
      const [ana, , eva, dan] = scene.people;
      const { c, ids, world } = scene;
      const code = await makeLink(ana, c);
      await use(eva, code);
      await eva.ask('chat.leave', { c, op: newOp() });
      await approve(ana, c);
      await use(eva, code);
      await ban(world, c, ids[2]!);
      const decide = (user: UserId) =>
        ana.ask('request.decide', { c, asker: toMemberId(user), accept: true, op: newOp() });
      expect(await codeOf(decide(ids[2]!))).toBe('BANNED');
      await use(dan, code);
      await world.storage.runUnit(setCap, { c, cap: 2 });
      expect(await codeOf(decide(ids[3]!))).toBe('FULL');
      expect((await ana.ask('request.list', { c })).total).toBe(2);
      await world.close();
    });

    it('switches travel in one change of the meta, and what makes no sense changes nothing', async () => {
      const scene = await start();
      const [ana, ben] = scene.people;
      const { c } = scene;
      const set = (client: ChatClient, change: Parameters<typeof ana.ask<'chat.settings'>>[1]['set'], code?: string) =>
        client.ask('chat.settings', { c, set: change, op: newOp(), ...(code === undefined ? {} : { code }) });
      const { r } = await set(ana, { join: joinMode.approval, ask: 'Why?', slow: 10 });
      await scene.world.wait(1_000);
      expect(ben.chats.get(c)?.chat.meta.set).toEqual({ join: joinMode.approval, ask: 'Why?', slow: 10 });
      expect(await set(ana, { slow: 10 })).toEqual({ r });
      expect(await set(ana, { slow: null })).toEqual({ r: r + 1 });
      for (const change of [{ join: joinMode.open }, { listed: 1 }, { cat: 'food' }, { peek: 1 }] as const)
        expect(await codeOf(set(ana, change))).toBe('BAD');
      expect(await codeOf(set(ana, { join: joinMode.code }, 'sesame'))).toBe('BAD');
      expect(await codeOf(set(ben, { slow: 5 }))).toBe('FORBIDDEN');
      await scene.world.wait(1_000);
      expect(ben.chats.get(c)?.chat.meta.set).toEqual({ join: joinMode.approval, ask: 'Why?' });
      // Rights are the owner's alone.
      await scene.world.storage.runUnit(setState, { c, user: scene.ids[1]!, state: 1, role: memberRole.admin });
      expect(await codeOf(set(ben, { slow: 5 }))).toBe('ok');
      expect(await codeOf(set(ben, { rights: [4_095, 4_095, 4_095] }))).toBe('FORBIDDEN');
      await scene.world.close();
    });
  });

  describe('an invitation', () => {
    it('is what becomes of adding somebody who does not allow it; the answer tells both kinds', async () => {
      const scene = await start({ areAsked: true });
      const [ana, ben, eva] = scene.people;
      const { c, ids, world } = scene;
      await eva.ask('contact.set', { user: ids[0]!, state: contactState.hidden, op: newOp() });
      const answer = await ana.ask('chat.invite', { c, users: [ids[1]!, ids[2]!, ids[3]!], op: newOp() });
      expect(answer).toMatchObject({ added: [ids[2]], invited: [ids[3]] });
      // Once more changes nothing.
      const again = await ana.ask('chat.invite', { c, users: [ids[2]!, ids[3]!], op: newOp() });
      expect(again).toEqual({ r: answer.r, added: [], invited: [] });
      await world.wait(1_000);
      expect((await ben.ask('members.list', { c, range: [0, 10] })).total).toBe(3);
      expect(ben.chats.get(c)?.members.get(ids[3]!)?.st).toBe(memberState.invited);
      await settle(scene);
      await world.close();
    });

    it('shows the name, how many are in and who invites; no row, no preview, no member; until it is accepted', async () => {
      const scene = await start({ areAsked: true });
      const [ana, ben, , dan] = scene.people;
      const { c, ids, world } = scene;
      const say = (x: string) => ana.ask('message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x } }] });
      await say('secret one');
      await ana.ask('chat.invite', { c, users: [ids[3]!], op: newOp() });
      await say('secret two');
      await world.wait(1_000);
      dan.close();
      await say('secret three');
      await dan.open();
      const invited = dan.chats.get(c);
      expect(invited?.chat).toMatchObject({
        me: { st: memberState.invited, by: ids[0], fl: Number.MAX_SAFE_INTEGER },
        meta: { title: 'Garden' },
        head: { cnt: 2 },
        unread: 0,
        mentions: 0,
      });
      expect(invited?.chat.head).not.toHaveProperty('l');
      expect(invited?.members.size).toBe(0);
      await expectRefused('NOT_MEMBER', [
        () => dan.ask('history.get', { c, before: 1_000, limit: 10 }),
        () => dan.ask('messages.get', { c, seqs: [2] }),
        () => dan.ask('members.list', { c, range: [0, 10] }),
        () => dan.ask('chat.set', { c, pin: 1, op: newOp() }),
        () => dan.ask('link.list', { c }),
      ]);
      const hello = await dan.ask('message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: 'hello?' } }] });
      expect(hello.items).toMatchObject([{ code: 'NOT_MEMBER' }]);
      await dan.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
      await say('secret four');
      expect(JSON.stringify(dan.packets)).not.toContain('secret');
      await dan.ask('chat.accept', { c, accept: true, op: newOp() });
      await world.wait(1_000);
      expect(dan.chats.get(c)?.chat.me).toMatchObject({ st: memberState.joined });
      expect(dan.chats.get(c)?.chat.me).not.toHaveProperty('by');
      expect(findLine(ben, c, 'joined')).toBe(true);
      await say('welcome');
      await dan.loadAll(c);
      const rows = [...(dan.chats.get(c)?.rows.values() ?? [])].toSorted((one, other) => one.s - other.s);
      const shown = rows.map(({ b }) => b?.['x'] ?? b?.['ev']);
      expect(shown).toEqual(['joined', 'welcome']);
      expect(JSON.stringify([dan.packets, dan.seen])).not.toContain('secret');
      await settle(scene);
      await world.close();
    });

    it('can be declined, once: then it is as if it never was, also on a device that was away', async () => {
      const scene = await start({ areAsked: true });
      const [ana, ben, , dan] = scene.people;
      const { c, ids, world } = scene;
      await ana.ask('chat.invite', { c, users: [ids[3]!], op: newOp() });
      await world.wait(1_000);
      const other = chatClient(world, ids[3]!);
      await other.open();
      expect(other.chats.get(c)?.chat.me.st).toBe(memberState.invited);
      other.close();
      const op = newOp();
      const answer = await dan.ask('chat.accept', { c, accept: false, op });
      expect(await dan.ask('chat.accept', { c, accept: false, op })).toEqual(answer);
      expect(await codeOf(dan.ask('chat.accept', { c, accept: true, op: newOp() }))).toBe('NOT_MEMBER');
      await world.wait(1_000);
      expect(dan.chats.has(c)).toBe(false);
      await other.open();
      expect(other.chats.has(c)).toBe(false);
      expect(findLine(ben, c, 'left')).toBe(false);
      // He can be asked again, and accept on the device that was away.
      await ana.ask('chat.invite', { c, users: [ids[3]!], op: newOp() });
      await other.ask('chat.accept', { c, accept: true, op: newOp() });
      await world.wait(1_000);
      expect(dan.chats.get(c)?.chat.me.st).toBe(memberState.joined);
      await settle({ world, people: [ana, ben, dan, other] });
      await world.close();
    });

    it('can be taken back by who made it and by who may remove members, until it is answered', async () => {
      const scene = await start({ areAsked: true });
      const { world, ids, c } = scene;
      const [ana, ben, eva, dan] = scene.people;
      const take = (client: ChatClient, at: number) =>
        client.ask('invitation.withdraw', { c, member: toMemberId(ids[at]!), op: newOp() });
      const invite = (client: ChatClient, at: number) =>
        client.ask('chat.invite', { c, users: [ids[at]!], op: newOp() });
      await invite(ben, 2);
      await invite(ana, 3);
      await world.wait(1_000);
      expect(ana.chats.get(c)?.members.get(toMemberId(ids[2]!))).toMatchObject({ st: memberState.invited, by: ids[1] });
      await expectRefused('FORBIDDEN', [() => take(ben, 3), () => take(ben, 0)]);
      await expectRefused('NOT_FOUND', [() => take(ana, 1), () => take(ana, 0)]);
      await expectRefused('NOT_MEMBER', [() => take(eva, 2), () => take(dan, 2)]);
      const op = newOp();
      const answer = await ben.ask('invitation.withdraw', { c, member: toMemberId(ids[2]!), op });
      expect(await ben.ask('invitation.withdraw', { c, member: toMemberId(ids[2]!), op })).toEqual(answer);
      await take(ana, 3);
      await world.wait(1_000);
      for (const client of [eva, dan]) expect(client.chats.has(c)).toBe(false);
      expect(findLine(ana, c, 'left')).toBe(false);
      await expectRefused('NOT_MEMBER', [() => eva.ask('chat.accept', { c, accept: true, op: newOp() })]);
      // It can be made again, and who has accepted is a member like any other.
      await invite(ben, 2);
      await eva.ask('chat.accept', { c, accept: true, op: newOp() });
      await expectRefused('FORBIDDEN', [() => take(ben, 2)]);
      await expectRefused('NOT_FOUND', [() => take(ana, 2)]);
      await settle(scene);
    });

    it('somebody who was in before and is invited again sees nothing of what he knew, and read counts stay', async () => {
      const scene = await start({ areAsked: true });
      const [ana, ben] = scene.people;
      const { c, ids, world } = scene;
      await ben.loadAll(c);
      const { items } = await ana.ask('message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: 'one' } }] });
      const [sent] = items;
      if (!sent || !('s' in sent)) throw new Error('refused');
      await ben.ask('read.mark', { items: [[c, sent.s]] });
      await ben.ask('contact.set', { user: ids[0]!, state: contactState.removed, op: newOp() });
      await ben.ask('chat.leave', { c, op: newOp() });
      expect(await ana.ask('chat.invite', { c, users: [ids[1]!], op: newOp() })).toMatchObject({ invited: [ids[1]] });
      await world.wait(1_000);
      expect(ben.chats.get(c)).toMatchObject({ chat: { me: { st: memberState.invited } } });
      expect(ben.chats.get(c)?.rows.size).toBe(0);
      const page = await ana.ask('history.get', { c, before: 1_000, limit: 10 });
      expect(page.rc).toContainEqual([sent.s, 1]);
      await ben.ask('chat.accept', { c, accept: true, op: newOp() });
      await settle(scene);
      await world.close();
    });

    it('a new group begins with those who let me add them; a link lets an invited person in without asking', async () => {
      const scene = await start({ areAsked: true });
      const [ana, , eva, dan] = scene.people;
      const { ids, world } = scene;
      await eva.ask('contact.set', { user: ids[0]!, state: contactState.friend, op: newOp() });
      const i = newOp();
      const users = [ids[2]!, ids[3]!];
      const made = await ana.ask('chat.create', { i, kind: chatKind.group, title: 'New', users });
      expect(made).toMatchObject({ invited: [ids[3]], chat: { h: { cnt: 2 } } });
      const { c } = made.chat.h;
      expect(await ana.ask('chat.create', { i, kind: chatKind.group, title: 'New', users })).toMatchObject({
        invited: [ids[3]],
      });
      await world.wait(1_000);
      expect(eva.chats.get(c)?.chat.me.st).toBe(memberState.joined);
      expect(dan.chats.get(c)?.chat.me.st).toBe(memberState.invited);
      await approve(ana, c);
      const code = await makeLink(ana, c);
      expect(await dan.ask('link.peek', { code })).not.toHaveProperty('asks');
      expect(await use(dan, code)).toEqual({ c, state: 'in' });
      await settle(scene);
      await world.close();
    });

    it('the choice of who may add me is obeyed', async () => {
      const world = await make({ areAsked: true });
      const [ana, ben] = [await world.person('ana'), await world.person('ben')];
      const choose = (word: string) =>
        world.storage.run('setPref', { userId: ben, op: newOp(), key: groupAddPref, val: JSON.stringify(word) });
      const outcome = async (): Promise<string> => {
        const group = { i: newOp(), kind: chatKind.group, title: 'x', users: [ben] };
        const { invited } = await world.ask(ana, 'chat.create', group);
        return invited.length === 0 ? 'added' : 'invited';
      };
      const seen: string[] = [await outcome()];
      for (const word of ['everyone', 'friends', 'nobody', 'a word of the future']) {
        await choose(word);
        seen.push(await outcome());
      }
      await world.ask(ben, 'contact.set', { user: ana, state: contactState.friend, op: newOp() });
      for (const word of ['friends', 'nobody']) {
        await choose(word);
        seen.push(await outcome());
      }
      expect(seen).toEqual(['invited', 'added', 'invited', 'invited', 'invited', 'added', 'invited']);
      await world.ask(ben, 'contact.set', { user: ana, state: contactState.blocked, op: newOp() });
      expect(await codeOf(outcome())).toBe('BLOCKED');
      await world.close();
    });

    it('shows the card of who invites, and of nobody else', async () => {
      const scene = await start({ areAsked: true });
      const { c, ids, world, people } = scene;
      await people[0].ask('chat.invite', { c, users: [ids[3]!], op: newOp() });
      const cards = await world.storage.run('getUsers', { me: ids[3]!, ids });
      expect(new Set(cards.map(({ id }) => id))).toEqual(new Set([ids[0], ids[3]]));
      await world.close();
    });
  });

  describe('races', () => {
    it('the 501st of a crowd that comes at once finds the group full, and exactly the cap is in', async () => {
      const scene = await start();
      const [ana] = scene.people;
      const { c, world } = scene;
      const code = await makeLink(ana, c);
      const room = limits.groupMax - 2;
      const crowd: UserId[] = [];
      for (let at = 0; at < room + 6; at += 1) crowd.push(await world.person(`p${at}`));
      // A database that was too busy asks to repeat, which devices do by themselves.
      const come = async (user: UserId): Promise<string> => {
        const op = newOp();
        for (;;) {
          const answer = await codeOf(world.begin(user, 'link.use', { code, op }));
          if (answer !== 'UNAVAILABLE') return answer;
        }
      };
      const tries = crowd.map(come);
      await world.drive(tries);
      const answers = await Promise.all(tries);
      expect(answers.filter((answer) => answer === 'ok')).toHaveLength(room);
      expect(answers.filter((answer) => answer === 'FULL')).toHaveLength(6);
      expect((await ana.ask('members.list', { c, range: [0, 10] })).total).toBe(limits.groupMax);
      expect((await ana.ask('link.list', { c })).items).toMatchObject([{ uses: room }]);
      expect(await findBrokenInvariants(world, scene.people)).toEqual([]);
      await world.close();
    }, 120_000);

    it('an invitation that is accepted and taken back at once is one of the two', async () => {
      const scene = await start({ areAsked: true });
      const { c, ids, world } = scene;
      const member = toMemberId(ids[2]!);
      for (let round = 0; round < 8; round += 1) {
        await world.ask(ids[0]!, 'chat.invite', { c, users: [ids[2]!], op: newOp() });
        const running = [
          codeOf(world.begin(ids[2]!, 'chat.accept', { c, accept: true, op: newOp() })),
          codeOf(world.begin(ids[0]!, 'invitation.withdraw', { c, member, op: newOp() })),
        ];
        await world.drive(running);
        const [accepted, taken] = await Promise.all(running);
        expect([accepted, taken]).toEqual(accepted === 'ok' ? ['ok', 'NOT_FOUND'] : ['NOT_MEMBER', 'ok']);
        if (accepted === 'ok') await world.ask(ids[2]!, 'chat.leave', { c, op: newOp() });
      }
      await settle(scene);
      await world.close();
    });

    it('joins, leaves, removals and invitations that meet leave one true state', async () => {
      const scene = await start();
      const [ana] = scene.people;
      const { c, ids, world } = scene;
      const code = await makeLink(ana, c);
      for (let round = 0; round < 12; round += 1) {
        const member = toMemberId(ids[2]!);
        const running = [
          codeOf(world.begin(ids[2]!, 'link.use', { code, op: newOp() })),
          codeOf(world.begin(ids[0]!, 'chat.kick', { c, members: [member], op: newOp() })),
          codeOf(world.begin(ids[0]!, 'chat.invite', { c, users: [ids[2]!, ids[3]!], op: newOp() })),
          codeOf(world.begin(ids[3]!, 'chat.leave', { c, op: newOp() })),
          codeOf(world.begin(ids[3]!, 'link.use', { code, op: newOp() })),
        ];
        await world.drive(running);
        for (const code_ of await Promise.all(running))
          expect(['ok', 'NOT_FOUND', 'NOT_MEMBER', 'UNAVAILABLE']).toContain(code_);
      }
      await ban(world, c, ids[2]!);
      await world.ask(ids[0]!, 'chat.invite', { c, users: [ids[3]!], op: newOp() });
      await world.wait(3_000);
      const { items } = await ana.ask('members.list', { c, range: [0, 10] });
      expect(items.map(({ u }) => u)).toContain(ids[3]);
      expect(world.failures).toEqual([]);
      await world.close();
    });
  });
}

describe('joining on SQLite', () => defineJoiningSuite(createChatWorld));

describePostgres('joining on PostgreSQL', (getUrl) =>
  defineJoiningSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
  ),
);
