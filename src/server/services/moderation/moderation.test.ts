import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId, Cid, UserId } from '#protocol/ids.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { RequestInput, RequestName } from '#protocol/requests.ts';
import { loadMember } from '#server/storage/rows/loadMember.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { writeRole } from '#server/storage/units/chats/removeMember.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { verifyDeltas } from '#testing/verifyDeltas.ts';

const phrase = (x: string, action: ModerationConfig['phrases'][number]['do']) => ({
  x,
  m: 'contains' as const,
  do: action,
});
const rules = (...phrases: ModerationConfig['phrases']): ModerationConfig => ({ phrases, allow: [] });
const minute = 60_000;
const day = 24 * 60 * minute;
const codeOf = (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'ok',
    (error: AppError) => error.code,
  );

interface Stage {
  world: ChatWorld;
  c: ChatId;
  ids: UserId[];
  /** owner, moderator, and two members */
  owner: ChatClient;
  mod: ChatClient;
  ben: ChatClient;
  eva: ChatClient;
  all: ChatClient[];
}
let open: ChatWorld | undefined;
let make: () => Promise<ChatWorld>;

const makeModerator = writeUnit(async (tx, { c, user }: { c: ChatId; user: UserId }) => {
  const head = await lockHead(tx, c);
  head.rev += 1;
  await writeRole(tx, head, await loadMember(tx, c, user), { role: 1, since: null });
  await writeHead(tx, head);
  await stampUrevs(tx, c, [user]);
});

async function start(): Promise<Stage> {
  const world = await make();
  open = world;
  const ids: UserId[] = [];
  for (const name of ['owner', 'mod', 'ben', 'eva']) ids.push(await world.person(name));
  const all = ids.map((id) => chatClient(world, id));
  const [owner, mod, ben, eva] = all as [ChatClient, ChatClient, ChatClient, ChatClient];
  for (const client of all) await client.open();
  const { chat } = await owner.ask('chat.create', {
    i: newOp(),
    kind: chatKind.group,
    title: 'Group',
    users: ids.slice(1),
  });
  const { c } = chat.h;
  await world.storage.runUnit(makeModerator, { c, user: ids[1] as UserId });
  await world.wait(0);
  for (const client of all) await client.open();
  return { world, c, ids, owner, mod, ben, eva, all };
}

async function send(client: ChatClient, c: ChatId, x: string, cid: string = randomUUID()) {
  const { items } = await client.ask('message.send', { c, items: [{ i: toCid(cid), k: 1, b: { x } }] });
  return items[0] as (typeof items)[number];
}
const setRules = ({ owner, c }: Stage, config: ModerationConfig) =>
  owner.ask('moderation.set', { c, config, op: newOp() });
const mid = (stage: Stage, client: ChatClient) => toMemberId(stage.ids[stage.all.indexOf(client)] as number);

async function settle({ world, all }: Stage): Promise<void> {
  await world.wait(3_000);
  for (const { actual, expected } of await verifyDeltas(world, all)) expect(actual).toEqual(expected);
  expect(await findBrokenInvariants(world, all)).toEqual([]);
  expect(world.failures).toEqual([]);
}

function defineSuite(makeWorld: () => Promise<ChatWorld>): void {
  beforeAll(() => {
    make = makeWorld;
  });
  afterEach(() => open?.close());

  describe('the rules of a chat', () => {
    it('hold, refuse, mark and mute, and leave moderators alone', async () => {
      const stage = await start();
      const { c, owner, mod, ben, eva } = stage;
      await setRules(stage, rules(phrase('ｶﾝﾀﾝ副業', 'hide'), phrase('casino', 'block'), phrase('ggez', 'flag')));
      const cid = randomUUID();
      expect(await send(ben, c, '【かんたん副業】', cid)).toEqual({ i: cid, held: 1 });
      expect(await send(ben, c, '【かんたん副業】', cid)).toEqual({ i: cid, held: 1 });
      expect(await send(ben, c, 'go to the CA5INO now')).toMatchObject({
        code: 'FILTERED',
        why: { r: 'phrase', x: 'CA5INO' },
      });
      expect(await send(ben, c, 'ggez')).toMatchObject({ n: 1 });
      expect(await send(mod, c, 'casino')).toMatchObject({ n: 2 });
      expect(await send(eva, c, 'hello')).toMatchObject({ n: 3 });
      const { items } = await mod.ask('held.list', { c });
      expect(items).toMatchObject([
        { u: mid(stage, ben), i: cid, x: '【かんたん副業】', why: [{ r: 'phrase', x: 'ｶﾝﾀﾝ副業' }], spans: [[1, 6]] },
        { x: 'ggez', s: expect.any(Number) },
      ]);
      const { hits } = await owner.ask('moderation.get', { c });
      expect(hits.map(([, times]) => times)).toEqual([1, 1, 1]);
      for (const client of [owner, mod, eva]) expect(JSON.stringify(client.packets)).not.toContain('かんたん副業');
      await settle(stage);
    });

    it('mute by themselves, with an entry that can be undone', async () => {
      const stage = await start();
      const { c, mod, ben } = stage;
      await setRules(stage, { ...rules(phrase('casino', 'mute')), mins: 5 });
      expect(await send(ben, c, 'casino')).toMatchObject({ held: 1 });
      expect(await send(ben, c, 'hello')).toMatchObject({ code: 'MUTED', retry: expect.any(Number) });
      await settle(stage);
      expect(ben.chats.get(c)?.chat.me.mt).toBeGreaterThan(stage.world.clock.now());
      const { items } = await mod.ask('audit.list', { c });
      const entry = items.find(({ what }) => what === 'mute');
      expect(entry).toMatchObject({ who: mid(stage, ben), why: [{ r: 'phrase', x: 'casino' }], undo: 1 });
      expect(entry).not.toHaveProperty('by');
      await mod.ask('audit.undo', { c, id: entry!.id, op: newOp() });
      expect(await send(ben, c, 'hello')).toMatchObject({ n: 1 });
      expect(await codeOf(mod.ask('audit.undo', { c, id: entry!.id, op: newOp() }))).toBe('GONE');
      await settle(stage);
    });

    it('only count while they watch', async () => {
      const stage = await start();
      const { c, owner, ben } = stage;
      await setRules(stage, { ...rules(phrase('casino', 'mute')), watch: 1 });
      expect(await send(ben, c, 'casino')).toMatchObject({ n: 1 });
      expect((await owner.ask('moderation.get', { c })).hits).toEqual([[expect.stringMatching(/^p:/), 1]]);
      expect((await owner.ask('held.list', { c })).items).toEqual([]);
      await settle(stage);
    });

    it('see floods across requests, and links of newcomers', async () => {
      const stage = await start();
      const { c, owner, ben, eva, world } = stage;
      await setRules(stage, { ...rules(), flood: { n: 3, s: 600, same: 3, do: 'block' } });
      for (const x of ['one', 'two', 'three']) expect(await send(ben, c, x)).toMatchObject({ n: expect.any(Number) });
      expect(await send(ben, c, 'four')).toMatchObject({ code: 'FILTERED', why: { r: 'flood' } });
      await world.wait(700_000);
      expect(await send(ben, c, 'four')).toMatchObject({ n: 4 });
      await owner.ask('moderation.set', { c, set: { newLinks: 1 }, op: newOp() });
      expect(await send(eva, c, 'see https://example.com')).toMatchObject({
        code: 'FILTERED',
        why: { r: 'newLinks', x: 'https://example.com' },
      });
      await world.wait(61 * minute);
      expect(await send(eva, c, 'see https://example.com')).toMatchObject({ n: 5 });
      await settle(stage);
      expect(eva.chats.get(c)?.chat.meta.set).toEqual({ newLinks: 1 });
    });

    it('hold for edits too', async () => {
      const stage = await start();
      const { c, ben, mod, owner } = stage;
      await setRules(stage, rules(phrase('casino', 'hide'), phrase('ggez', 'flag')));
      const sent = await send(ben, c, 'harmless');
      const s = 's' in sent ? sent.s : 0;
      const edit = (x: string) => codeOf(ben.ask('message.edit', { c, s, b: { x }, op: newOp() }));
      expect(await edit('casino')).toBe('FILTERED');
      expect(await edit('ggez')).toBe('ok');
      expect((await mod.ask('held.list', { c })).items).toMatchObject([{ s, x: 'ggez' }]);
      await mod.ask('member.mute', { c, member: mid(stage, ben), minutes: 10, op: newOp() });
      expect(await edit('again')).toBe('MUTED');
      await mod.ask('member.mute', { c, member: mid(stage, ben), minutes: 0, op: newOp() });
      await owner.ask('chat.freeze', { c, on: true, op: newOp() });
      expect(await edit('again')).toBe('FROZEN');
      await settle(stage);
    });

    it('are not overwritten by who has not seen them, and a repeat of what was done is no conflict', async () => {
      const stage = await start();
      const { c, owner } = stage;
      const { v } = await owner.ask('moderation.get', { c });
      const put = (config: ModerationConfig, seen: number, op = newOp()) =>
        owner.ask('moderation.set', { c, config, v: seen, op });
      const op = newOp();
      const first = await put(rules(phrase('casino', 'hide')), v, op);
      expect(await put(rules(phrase('casino', 'hide')), v, op)).toEqual(first);
      expect(await codeOf(put(rules(phrase('lotto', 'hide')), v))).toBe('STALE');
      const now = await owner.ask('moderation.get', { c });
      expect(now.config.phrases).toMatchObject([{ x: 'casino' }]);
      await put({ ...now.config, links: 'flag' }, now.v);
      // Undoing is a change like any other, and so is one that names no version.
      const { items } = await owner.ask('audit.list', { c });
      await owner.ask('audit.undo', { c, id: items[0]!.id, op: newOp() });
      expect(await codeOf(put(rules(), now.v))).toBe('STALE');
      await setRules(stage, rules());
      const last = await owner.ask('moderation.get', { c });
      const race = await Promise.all(
        [phrase('one', 'flag'), phrase('two', 'flag')].map((one) => codeOf(put(rules(one), last.v))),
      );
      expect(race.toSorted()).toEqual(['STALE', 'ok']);
      expect(await codeOf(stage.owner.ask('moderation.set', { c, set: { slow: 5 }, v: 1, op: newOp() }))).toBe('ok');
      await settle(stage);
    });

    it('cannot be nonsense', async () => {
      const stage = await start();
      const { c, owner } = stage;
      const bad = (config: ModerationConfig) => codeOf(setRules(stage, config));
      expect(await bad(rules(phrase('\u200b\u202e..', 'flag')))).toBe('BAD');
      expect(await bad(rules(phrase('a', 'flag')))).toBe('BAD');
      expect(await bad(rules(phrase('x'.repeat(21), 'flag')))).toBe('BAD');
      expect(await bad(rules(phrase('cafe', 'flag'), phrase('ＣＡＦÉ', 'hide')))).toBe('BAD');
      expect(await bad({ phrases: [], allow: ['...'] })).toBe('BAD');
      expect(await bad(rules(phrase('(a+)+$', 'flag'), phrase('[', 'flag')))).toBe('BAD');
      await setRules(stage, rules(phrase('(ab+)+$', 'flag'), phrase('a.*b', 'block')));
      expect(await send(stage.ben, c, 'axxxb')).toMatchObject({ n: 1 });
      expect((await owner.ask('moderation.get', { c })).config.phrases).toHaveLength(2);
    });
  });

  describe('held messages', () => {
    it('are shown to their sender on every device, and to nobody else', async () => {
      const stage = await start();
      const { c, mod, ben, eva, owner, world } = stage;
      await setRules(stage, rules(phrase('casino', 'hide')));
      const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()] as [Cid, Cid, Cid];
      for (const [index, cid] of [one, two, three].entries()) {
        await send(ben, c, `casino ${index}`, cid);
        await world.wait(1_000);
      }
      const mine = async (client: ChatClient) =>
        (await client.ask('held.mine', { c })).items.map(({ i, x, no = 0 }) => [i, x, no]);
      expect(await mine(ben)).toEqual([
        [one, 'casino 0', 0],
        [two, 'casino 1', 0],
        [three, 'casino 2', 0],
      ]);
      for (const client of [eva, mod, owner]) expect(await mine(client)).toEqual([]);
      const decide = (i: Cid, ok: boolean) => mod.ask('held.decide', { c, u: mid(stage, ben), i, ok, op: newOp() });
      await decide(one, true);
      await decide(two, false);
      expect(await mine(ben)).toEqual([
        [two, 'casino 1', 1],
        [three, 'casino 2', 0],
      ]);
      await world.wait(day + 1_000);
      expect(await mine(ben)).toEqual([[three, 'casino 2', 0]]);
      await ben.ask('chat.leave', { c, op: newOp() });
      expect(await codeOf(ben.ask('held.mine', { c }))).toBe('NOT_MEMBER');
    });

    it('come in as normal messages of their sender, or are refused, once', async () => {
      const stage = await start();
      const { c, mod, ben, eva, owner } = stage;
      await setRules(stage, rules(phrase('casino', 'hide')));
      const [one, two] = [randomUUID(), randomUUID()] as [Cid, Cid];
      await send(ben, c, 'casino one', one);
      await send(ben, c, 'casino two', two);
      await send(eva, c, 'between');
      const op = newOp();
      const decide = (client: ChatClient, i: Cid, ok: boolean, by = newOp()) =>
        client.ask('held.decide', { c, u: mid(stage, ben), i, ok, op: by });
      const { s } = await decide(mod, one, true, op);
      expect(await decide(mod, one, true, op)).toEqual({ s });
      expect(await codeOf(decide(owner, one, false))).toBe('GONE');
      expect(await decide(mod, two, false)).toEqual({});
      expect(await codeOf(decide(mod, randomUUID() as Cid, true))).toBe('NOT_FOUND');
      expect(await send(ben, c, 'casino one', one)).toMatchObject({ s, dup: 1 });
      expect(await send(ben, c, 'casino two', two)).toMatchObject({ code: 'FILTERED', why: { r: 'rejected' } });
      await settle(stage);
      expect(ben.chats.get(c)?.chat.me.rj).toEqual([two]);
      await eva.loadAll(c);
      expect([...(eva.chats.get(c)?.rows.values() ?? [])].find((row) => row.s === s)).toMatchObject({
        u: mid(stage, ben),
        i: one,
        n: 2,
      });
      const { items } = await mod.ask('audit.list', { c });
      const rejected = items.find(({ what }) => what === 'reject');
      await mod.ask('audit.undo', { c, id: rejected!.id, op: newOp() });
      await settle(stage);
      expect(eva.chats.get(c)?.chat.head.n).toBe(3);
    });

    it('keep numbers without holes and the order of each sender, whatever is decided when', async () => {
      const stage = await start();
      const { c, mod, ben, eva } = stage;
      await setRules(stage, rules(phrase('casino', 'hide')));
      const step = fc.record({
        who: fc.constantFrom(0, 1),
        what: fc.constantFrom('send', 'send', 'hold', 'approve', 'reject', 'repeat'),
        pick: fc.nat(20),
      });
      let count = 0;
      /** what a chat must contain: the cids in order */
      const placed: string[] = [];
      const waiting: { u: number; cid: Cid; x: string }[] = [];
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          for (const { who, what, pick } of steps) {
            const client = [ben, eva][who] as ChatClient;
            const cid = randomUUID() as Cid;
            const one = waiting[pick % Math.max(1, waiting.length)];
            if (what === 'send' || what === 'hold') {
              const x = `${what === 'hold' ? 'casino' : 'hello'} ${(count += 1)}`;
              const answer = await send(client, c, x, cid);
              if (what === 'send') placed.push(cid);
              else if ('held' in answer) waiting.push({ u: mid(stage, client), cid, x });
              else expect(answer).toMatchObject({ code: 'FILTERED' });
            } else if (one && what === 'repeat') {
              const from = one.u === mid(stage, ben) ? ben : eva;
              expect(await send(from, c, one.x, one.cid)).toEqual({ i: one.cid, held: 1 });
            } else if (one) {
              const ok = what === 'approve';
              await mod.ask('held.decide', { c, u: toMemberId(one.u), i: one.cid, ok, op: newOp() });
              waiting.splice(waiting.indexOf(one), 1);
              if (ok) placed.push(one.cid);
            }
          }
          const rows: { i: string; n?: number | undefined; s: number }[] = [];
          for (let after = 0; ;) {
            const page = await mod.ask('history.get', { c, after, limit: 100 });
            rows.push(...page.rows);
            const last = page.rows.at(-1);
            if (!last || page.rows.length < 100) break;
            after = last.s;
          }
          const counted = rows.filter(({ n }) => n !== undefined).toSorted((a, b) => a.s - b.s);
          expect(counted.map(({ i }) => i)).toEqual(placed);
          expect(counted.map(({ n }) => n)).toEqual(placed.map((_, index) => index + 1));
        }),
        { numRuns: 15 },
      );
      await settle(stage);
    });

    it('do not come in for somebody who has left, and not without end', async () => {
      const stage = await start();
      const { c, mod, ben } = stage;
      await setRules(stage, rules(phrase('casino', 'hide')));
      const cid = randomUUID() as Cid;
      await send(ben, c, 'casino', cid);
      for (let n = 1; n < 20; n += 1) await send(ben, c, `casino ${n}`);
      expect(await send(ben, c, 'casino 20')).toMatchObject({ code: 'FILTERED' });
      await ben.ask('chat.leave', { c, op: newOp() });
      expect(await codeOf(mod.ask('held.decide', { c, u: mid(stage, ben), i: cid, ok: true, op: newOp() }))).toBe(
        'GONE',
      );
    });
  });

  describe('acts', () => {
    it('mute only who stands below, for at most 28 days, and end by themselves', async () => {
      const stage = await start();
      const { c, owner, mod, ben, world } = stage;
      const mute = (client: ChatClient, target: ChatClient, minutes: number) =>
        client.ask('member.mute', { c, member: mid(stage, target), minutes, op: newOp() });
      expect(await codeOf(mute(ben, mod, 5))).toBe('FORBIDDEN');
      expect(await codeOf(mute(mod, owner, 5))).toBe('FORBIDDEN');
      expect(await codeOf(owner.ask('member.mute', { c, member: toMemberId(5), minutes: 5, op: newOp() }))).toBe(
        'NOT_FOUND',
      );
      await expect(mute(owner, ben, 28 * 24 * 60 + 1)).rejects.toThrow();
      const { until } = await mute(mod, ben, 10);
      const left = (until ?? 0) - world.clock.now();
      expect(left > 9 * minute && left <= 10 * minute).toBe(true);
      expect(await send(ben, c, 'x')).toMatchObject({ code: 'MUTED' });
      expect((await mod.ask('members.left', { c })).muted).toEqual([{ u: mid(stage, ben), until }]);
      await settle(stage);
      expect(ben.chats.get(c)?.chat.me.mt).toBe(until);
      await world.wait(11 * minute);
      expect(await send(ben, c, 'x')).toMatchObject({ n: 1 });
      await settle(stage);
    });

    it('freeze for a time, and slow down', async () => {
      const stage = await start();
      const { c, owner, mod, ben, world } = stage;
      expect(await codeOf(mod.ask('chat.freeze', { c, on: true, op: newOp() }))).toBe('FORBIDDEN');
      await owner.ask('chat.freeze', { c, on: true, minutes: 5, op: newOp() });
      expect(await send(ben, c, 'x')).toMatchObject({ code: 'FROZEN' });
      expect(await send(mod, c, 'moderators write')).toMatchObject({ n: 1 });
      await settle(stage);
      expect(ben.chats.get(c)?.chat.meta.set).toMatchObject({ frozen: 1 });
      await world.wait(6 * minute);
      expect(await send(ben, c, 'x')).toMatchObject({ n: 2 });
      await owner.ask('moderation.set', { c, set: { slow: 60, newRead: 0 }, op: newOp() });
      expect(await send(ben, c, 'y')).toMatchObject({ code: 'SLOW' });
      const { items } = await owner.ask('audit.list', { c });
      expect(items.map(({ what }) => what)).toEqual(['slowdown', 'freeze']);
      await owner.ask('audit.undo', { c, id: items[0]!.id, op: newOp() });
      expect(await send(ben, c, 'y')).toMatchObject({ n: 3 });
      expect((await owner.ask('moderation.get', { c })).set).toEqual({});
      await settle(stage);
    });

    it('of several at once all count: who waited for the lock sees what was done before him', async () => {
      const stage = await start();
      const { c, owner, ben } = stage;
      const set = (change: { slow: number } | { newRead: number }) =>
        owner.ask('chat.settings', { c, set: change, op: newOp() });
      await Promise.all([
        owner.ask('chat.freeze', { c, on: true, op: newOp() }),
        owner.ask('moderation.set', { c, set: { newLinks: 3 }, op: newOp() }),
        set({ slow: 7 }),
        set({ newRead: 5 }),
      ]);
      await settle(stage);
      const { frozen, slow, newRead, newLinks } = ben.chats.get(c)?.chat.meta.set ?? {};
      expect({ frozen, slow, newRead, newLinks }).toEqual({ frozen: 1, slow: 7, newRead: 5, newLinks: 3 });
    });

    it('undo the rules to what they were', async () => {
      const stage = await start();
      const { c, owner } = stage;
      await setRules(stage, rules(phrase('casino', 'hide')));
      await stage.world.wait(1_000);
      await setRules(stage, rules());
      const { items } = await owner.ask('audit.list', { c });
      await owner.ask('audit.undo', { c, id: items[0]!.id, op: newOp() });
      expect((await owner.ask('moderation.get', { c })).config.phrases).toMatchObject([{ x: 'casino' }]);
      expect(await send(stage.ben, c, 'casino')).toMatchObject({ held: 1 });
    });

    it('are listed in pages, kept, and gone after two months', async () => {
      const stage = await start();
      const { c, mod, ben, world } = stage;
      for (let n = 0; n < 60; n += 1)
        await mod.ask('member.mute', { c, member: mid(stage, ben), minutes: 1, op: newOp() });
      const first = await mod.ask('audit.list', { c });
      const rest = await mod.ask('audit.list', { c, before: first.cursor as never });
      expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(60);
      expect(rest.cursor).toBeUndefined();
      await world.wait(46 * day);
      expect(await world.storage.run('cleanModeration', { limit: 200 })).toBe(0);
      await world.wait(20 * day);
      // Worlds on PostgreSQL share a database, so there may be more.
      expect(await world.storage.run('cleanModeration', { limit: 200 })).toBeGreaterThanOrEqual(60);
      expect((await mod.ask('audit.list', { c })).items).toEqual([]);
    });

    it('tell who left lately', async () => {
      const stage = await start();
      const { c, owner, mod, ben, eva, world } = stage;
      await ben.ask('chat.leave', { c, op: newOp() });
      await world.wait(1_000);
      await owner.ask('chat.kick', { c, members: [mid(stage, eva)], op: newOp() });
      const { left } = await mod.ask('members.left', { c });
      expect(left.map(({ u, st }) => [u, st])).toEqual([
        [mid(stage, eva), 4],
        [mid(stage, ben), 3],
      ]);
      await world.wait(day);
      expect((await mod.ask('members.left', { c })).left).toEqual([]);
    });

    it('tell who is kept out, for as long as he is', async () => {
      const stage = await start();
      const { c, owner, mod, ben, eva, world } = stage;
      const banned = async () => (await mod.ask('members.left', { c })).banned.map(({ u }) => u);
      const ban = (client: ChatClient, isBan: boolean) =>
        owner.ask('chat.ban', { c, member: mid(stage, client), ban: isBan, op: newOp() });
      await ben.ask('chat.leave', { c, op: newOp() });
      for (const client of [eva, ben]) await ban(client, true);
      await world.wait(2 * day);
      expect(await banned()).toEqual([mid(stage, ben), mid(stage, eva)]);
      await ban(ben, false);
      expect(await banned()).toEqual([mid(stage, eva)]);
    });
  });

  describe('reports and appeals', () => {
    it('keep the message as it stood, count reporters and never name them', async () => {
      const stage = await start();
      const { c, owner, ben, eva, mod, world, ids } = stage;
      for (const x of ['a', 'b', 'c', 'd']) await send(eva, c, x);
      const sent = await send(ben, c, 'an insult');
      const s = 's' in sent ? sent.s : 0;
      await send(eva, c, 'e');
      const report = (client: ChatClient, op = newOp()) =>
        client.ask('report.create', { c, s, reason: 'harassment', note: 'it hurts', op });
      const op = newOp();
      expect(await report(eva, op)).toEqual({});
      expect(await report(eva, op)).toEqual({});
      await report(eva);
      await report(mod);
      expect(await codeOf(report(ben))).toBe('FORBIDDEN');
      await ben.ask('message.edit', { c, s, b: { x: 'nothing' }, op: newOp() });
      const { items } = await owner.ask('report.list', { c });
      expect(items).toMatchObject([
        { u: mid(stage, ben), s, count: 2, reasons: ['harassment'], notes: ['it hurts', 'it hurts'] },
      ]);
      expect(items[0]?.rows.map(({ x }) => x)).toEqual(['b', 'c', 'd', 'an insult', 'e']);
      expect(JSON.stringify(items.map(({ rows: _rows, ...rest }) => rest))).not.toContain(String(ids[3]));
      expect(await codeOf(mod.ask('report.list', { c }))).toBe('FORBIDDEN');
      const id = items[0]!.id;
      await owner.ask('report.take', { c, id, on: true, op: newOp() });
      expect((await owner.ask('report.list', { c })).items[0]).toMatchObject({ taken: mid(stage, owner) });
      await owner.ask('report.decide', { c, id, act: 'delete', op: newOp() });
      expect(await codeOf(owner.ask('report.decide', { c, id, act: 'none', op: newOp() }))).toBe('GONE');
      expect((await owner.ask('report.list', { c })).items).toEqual([]);
      expect((await owner.ask('report.list', { c, closed: 1 })).items).toMatchObject([
        { act: 'delete', by: mid(stage, owner), count: 2 },
      ]);
      expect((await owner.ask('audit.list', { c })).items.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['report', 'delete']),
      );
      await settle(stage);
      await world.wait(0);
    });

    it('lead to a mute, an appeal and its end', async () => {
      const stage = await start();
      const { c, owner, ben, eva } = stage;
      await eva.ask('report.create', { c, member: mid(stage, ben), reason: 'spam', op: newOp() });
      const id = (await owner.ask('report.list', { c })).items[0]!.id;
      await owner.ask('report.decide', { c, id, act: 'mute', minutes: 60, op: newOp() });
      expect(await send(ben, c, 'x')).toMatchObject({ code: 'MUTED' });
      expect(await codeOf(eva.ask('appeal.create', { c, text: 'me too', op: newOp() }))).toBe('FORBIDDEN');
      await ben.ask('appeal.create', { c, text: 'first', op: newOp() });
      await ben.ask('appeal.create', { c, text: 'I am sorry', op: newOp() });
      const { items } = await owner.ask('appeal.list', { c });
      expect(items).toMatchObject([{ u: mid(stage, ben), x: 'I am sorry', st: 1, until: expect.any(Number) }]);
      await owner.ask('appeal.decide', { c, id: items[0]!.id, lift: true, op: newOp() });
      expect(await codeOf(owner.ask('appeal.decide', { c, id: items[0]!.id, lift: true, op: newOp() }))).toBe('GONE');
      expect(await send(ben, c, 'x')).toMatchObject({ n: 1 });
      await settle(stage);
    });

    it('can remove, and who was removed can still appeal', async () => {
      const stage = await start();
      const { c, owner, ben, eva } = stage;
      await eva.ask('report.create', { c, member: mid(stage, ben), reason: 'spam', op: newOp() });
      const id = (await owner.ask('report.list', { c })).items[0]!.id;
      await owner.ask('report.decide', { c, id, act: 'kick', op: newOp() });
      await settle(stage);
      expect(ben.chats.has(c)).toBe(false);
      expect(await ben.ask('appeal.get', { c })).toEqual({ st: 4 });
      await ben.ask('appeal.create', { c, text: 'let me back', op: newOp() });
      const { items } = await owner.ask('appeal.list', { c });
      expect(items).toMatchObject([{ st: 4, x: 'let me back' }]);
      // He sees his own appeal and what became of it; nobody sees that of somebody else.
      const mine = await ben.ask('appeal.get', { c });
      expect(mine).toEqual({ st: 4, mine: { x: 'let me back', at: items[0]!.at } });
      expect(await eva.ask('appeal.get', { c })).toEqual({ st: 1 });
      await owner.ask('appeal.decide', { c, id: items[0]!.id, lift: false, op: newOp() });
      await stage.world.wait(1_000);
      expect((await ben.ask('appeal.get', { c })).mine).toMatchObject({ x: 'let me back', done: 2 });
      await ben.ask('appeal.create', { c, text: 'once more', op: newOp() });
      expect((await ben.ask('appeal.get', { c })).mine).toMatchObject({ x: 'once more' });
      expect((await ben.ask('appeal.get', { c })).mine).not.toHaveProperty('done');
      await eva.ask('chat.leave', { c, op: newOp() });
      expect(await codeOf(eva.ask('appeal.create', { c, text: 'x', op: newOp() }))).toBe('NOT_MEMBER');
      expect(await codeOf(eva.ask('appeal.get', { c }))).toBe('NOT_MEMBER');
    });
  });

  describe('a dry run', () => {
    it('counts what rules would have caught, regulars first, and changes nothing', async () => {
      const stage = await start();
      const { c, owner, ben, eva, world } = stage;
      const batch = (client: ChatClient, x: string, times: number) =>
        client.ask('message.send', {
          c,
          items: Array.from({ length: times }, () => ({ i: toCid(randomUUID()), k: 1 as const, b: { x } })),
        });
      await batch(ben, 'hello', 20);
      await batch(ben, 'old casino', 1);
      await world.wait(40 * day);
      await batch(ben, 'casino nights film', 2);
      await batch(eva, 'CASINO!!', 3);
      await batch(owner, 'casino', 2);
      const ask = (days: 7 | 30 | 180, config = rules(phrase('casino', 'hide'))) =>
        owner.ask('moderation.try', { c, config, days });
      const month = await ask(30);
      expect(month).toMatchObject({ caught: 5, regulars: 2, scanned: 5 });
      expect(month.rows.map(({ u, regular }) => [u, regular])).toEqual([
        ...Array.from({ length: 2 }, () => [mid(stage, ben), 1]),
        ...Array.from({ length: 3 }, () => [mid(stage, eva), undefined]),
      ]);
      expect(month.rows[0]).toMatchObject({ spans: [[0, 6]], why: [{ r: 'phrase', x: 'casino' }] });
      expect(month.days.map(([, times]) => times)).toEqual([5]);
      expect((await ask(180)).caught).toBe(6);
      expect((await ask(30, { ...rules(phrase('casino', 'hide')), allow: ['casino nights'] })).caught).toBe(3);
      expect((await owner.ask('held.list', { c })).items).toEqual([]);
      expect((await owner.ask('moderation.get', { c })).hits).toEqual([]);
      expect(await codeOf(ben.ask('moderation.try', { c, config: rules(), days: 7 }))).toBe('FORBIDDEN');
    });

    it('reads on in slices and shows a moderator only what he may see', async () => {
      const stage = await start();
      const { c, owner, ben, world, ids } = stage;
      for (let n = 0; n < 45; n += 1)
        await ben.ask('message.send', {
          c,
          items: Array.from({ length: 20 }, (_, k) => ({
            i: toCid(randomUUID()),
            k: 1 as const,
            b: { x: k === 0 ? 'casino' : `hello ${n} ${k}` },
          })),
        });
      const found = await owner.ask('moderation.try', { c, config: rules(phrase('casino', 'hide')), days: 7 });
      expect(found).toMatchObject({ scanned: 900, caught: 45 });
      await owner.ask('chat.kick', { c, members: [toMemberId(ids[1] as number)], op: newOp() });
      await owner.ask('chat.invite', { c, users: [ids[1] as UserId], op: newOp() });
      await world.storage.runUnit(makeModerator, { c, user: ids[1] as UserId });
      const late = await stage.mod.ask('moderation.try', { c, config: rules(phrase('casino', 'hide')), days: 7 });
      expect(late).toMatchObject({ scanned: 0, caught: 0 });
    });
  });

  describe('a community', () => {
    it('is kept in order without anybody learning an account', async () => {
      const world = await make();
      open = world;
      const ids: UserId[] = [];
      for (const name of ['owner', 'ben', 'eva']) ids.push(await world.person(name));
      const all = ids.map((id) => chatClient(world, id));
      const [owner, ben, eva] = all as [ChatClient, ChatClient, ChatClient];
      for (const client of all) await client.open();
      const set = { join: joinMode.open };
      const c = (await owner.ask('community.create', { title: 'Place', nn: 'Owl', set, op: newOp() })).chat.h.c;
      await ben.ask('community.join', { c, nn: 'Wren', op: newOp() });
      await eva.ask('community.join', { c, nn: 'Crow', op: newOp() });
      await owner.ask('moderation.set', { c, config: rules(phrase('casino', 'hide')), op: newOp() });
      const { items: members } = await owner.ask('members.list', { c, range: [0, 9] });
      const wren = members.find(({ nn }) => nn === 'Wren')?.u ?? toMemberId(1);
      const cid = randomUUID() as Cid;
      await send(ben, c, 'casino', cid);
      await owner.ask('held.decide', { c, u: wren, i: cid, ok: true, op: newOp() });
      const { items } = await ben.ask('message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b: { x: 'hm' } }] });
      const s = items[0] && 's' in items[0] ? items[0].s : 0;
      await eva.ask('report.create', { c, s, reason: 'spam', op: newOp() });
      const reports = await owner.ask('report.list', { c });
      await owner.ask('report.decide', { c, id: reports.items[0]!.id, act: 'mute', op: newOp() });
      await ben.ask('appeal.create', { c, text: 'please', op: newOp() });
      await eva.ask('chat.leave', { c, op: newOp() });
      const answers = [
        reports,
        await owner.ask('held.list', { c }),
        await owner.ask('audit.list', { c }),
        await owner.ask('appeal.list', { c }),
        await owner.ask('members.left', { c }),
        await owner.ask('report.list', { c, closed: 1 }),
        await owner.ask('moderation.try', { c, config: rules(phrase('hm', 'flag')), days: 7 }),
        owner.packets,
      ];
      for (const id of ids.slice(1)) expect(JSON.stringify(answers)).not.toContain(String(id));
      expect((await owner.ask('audit.list', { c })).items.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['approve', 'mute', 'report']),
      );
      expect(await send(ben, c, 'x')).toMatchObject({ code: 'MUTED' });
      await world.wait(3_000);
      for (const { actual, expected } of await verifyDeltas(world, all)) expect(actual).toEqual(expected);
    });
  });

  describe('who may', () => {
    const cases: [RequestName, (stage: Stage) => object, 'owner' | 'mod'][] = [
      ['moderation.get', () => ({}), 'mod'],
      ['moderation.set', () => ({ set: { slow: 1 }, op: newOp() }), 'owner'],
      ['moderation.try', () => ({ config: rules(), days: 7 }), 'mod'],
      ['chat.freeze', () => ({ on: true, op: newOp() }), 'owner'],
      ['held.list', () => ({}), 'mod'],
      ['report.list', () => ({}), 'owner'],
      ['audit.list', () => ({}), 'mod'],
      ['appeal.list', () => ({}), 'owner'],
      ['members.left', () => ({}), 'mod'],
      ['member.mute', (stage) => ({ member: mid(stage, stage.eva), minutes: 1, op: newOp() }), 'mod'],
    ];
    it.each(cases)('%s needs its right, in 1:1 chats too', async (name, input, least) => {
      const stage = await start();
      const ask = (client: ChatClient, c: ChatId) =>
        codeOf(client.ask(name, { c, ...input(stage) } as RequestInput<typeof name>));
      expect(await ask(stage.ben, stage.c)).toBe('FORBIDDEN');
      expect(await ask(stage.mod, stage.c)).toBe(least === 'mod' ? 'ok' : 'FORBIDDEN');
      expect(await ask(stage.owner, stage.c)).toBe('ok');
      const { chat } = await stage.ben.ask('chat.create', {
        i: newOp(),
        kind: chatKind.dm,
        users: [stage.ids[3] as UserId],
      });
      expect(await ask(stage.ben, chat.h.c)).toBe('FORBIDDEN');
      const stranger = chatClient(stage.world, await stage.world.person('stranger'));
      expect(await ask(stranger, stage.c)).toBe('NOT_MEMBER');
    });

    it.each(['held.decide', 'report.take', 'report.decide', 'audit.undo', 'appeal.decide'] as const)(
      '%s is nothing for members',
      async (name) => {
        const stage = await start();
        const more = {
          'held.decide': { u: mid(stage, stage.eva), i: randomUUID(), ok: true },
          'report.take': { id: randomUUID(), on: true },
          'report.decide': { id: randomUUID(), act: 'none' },
          'audit.undo': { id: randomUUID() },
          'appeal.decide': { id: randomUUID(), lift: true },
        }[name];
        const ask = (client: ChatClient) =>
          codeOf(client.ask(name, { c: stage.c, ...more, op: newOp() } as RequestInput<typeof name>));
        expect(await ask(stage.ben)).toBe('FORBIDDEN');
        expect(await ask(stage.owner)).toBe('NOT_FOUND');
      },
    );
  });
}

describe('moderation on SQLite', () => defineSuite(() => createChatWorld()));

describePostgres('moderation on PostgreSQL', (getUrl) =>
  defineSuite(() => createChatWorld({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 })),
);
