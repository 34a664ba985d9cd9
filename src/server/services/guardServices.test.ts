import { describe, expect, it } from 'vitest';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ActId, GuardedAct } from '#protocol/entities/guardedAct.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { silentLog } from '#server/transport/log.ts';
import { guardKeeper } from '#server/jobs/guardKeeper.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { readUnit } from '#server/storage/unit.ts';
import {
  perform,
  codeOf,
  connectPeople,
  linesOf,
  makeGroup,
  say,
  settlePeople,
  type ChatPerson,
} from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const hour = 3_600_000;
const day = 24 * hour;
const minute = 60_000;
const { admin, member, owner } = memberRole;
const mid = ({ id }: ChatPerson) => toMemberId(id);

const readMembers = readUnit(async (tx, c: ChatId) =>
  tx.sql<MemberRow>('SELECT * FROM members WHERE chat_id = ? ORDER BY user_id', [c]),
);
const countRows = readUnit(async (tx, table: 'guarded_acts' | 'deleted_messages') => {
  const [row] = await tx.sql<{ count: number }>(`SELECT count(*) AS count FROM ${table}`, []);
  return row?.count ?? 0;
});

/** A membership without what every change of it counts up. */
const place = (row: MemberRow | undefined) => {
  const { rev: _rev, mver: _mver, urev: _urev, back_at: _back, ...rest } = row ?? ({} as MemberRow);
  return rest;
};

interface Scene {
  world: ChatWorld;
  /** owner, two admins, and plain members */
  ana: ChatPerson;
  ben: ChatPerson;
  eva: ChatPerson;
  crowd: ChatPerson[];
  all: ChatPerson[];
  c: ChatId;
}

const give = (person: ChatPerson, c: ChatId, to: ChatPerson, role: number) =>
  perform(person, 'chat.role', { c, member: mid(to), role, op: newOp() });
const kick = (person: ChatPerson, c: ChatId, others: readonly ChatPerson[]) =>
  perform(person, 'chat.kick', { c, members: others.map(mid), op: newOp() });
const rename = (person: ChatPerson, c: ChatId, title: string) =>
  perform(person, 'chat.meta', { c, title, op: newOp() });
const acts = async ({ client }: ChatPerson, c: ChatId): Promise<GuardedAct[]> =>
  (await client.ask('act.list', { c })).items;
const decide = (person: ChatPerson, c: ChatId, id: ActId | undefined, ok: boolean) =>
  perform(person, 'act.decide', { c, id: id as ActId, ok, op: newOp() });
const undo = (person: ChatPerson, c: ChatId, id: ActId | undefined) =>
  perform(person, 'act.undo', { c, id: id as ActId, op: newOp() });
const isIn = ({ client }: ChatPerson, c: ChatId): boolean => client.chats.has(c);

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  /** A group with two admins of more than a day, in which some have read and some have not. */
  const start = async (size = 8): Promise<Scene> => {
    const world = await make();
    const names = ['ana', 'ben', 'eva', ...Array.from({ length: size }, (_, n) => `m${n}`)];
    const all = await connectPeople(world, names);
    const [ana, ben, eva, ...crowd] = all as [ChatPerson, ChatPerson, ChatPerson, ...ChatPerson[]];
    const c = await makeGroup(world, all, 'Choir');
    await world.wait(day);
    await give(ana, c, ben, admin);
    await give(ana, c, eva, admin);
    // Long enough that this cannot be undone any more.
    await world.wait(3 * day + hour);
    const first = await say(ana, c, 'first');
    for (const person of crowd.slice(0, 2)) await person.client.ask('read.mark', { items: [[c, first]] });
    await say(crowd[2] as ChatPerson, c, 'mine');
    await world.wait(hour);
    return { world, ana, ben, eva, crowd, all, c };
  };
  const job = async ({ world }: Pick<Scene, 'world'>) => {
    const [node] = world.nodes;
    for (;;) {
      const outcome = await world.storage.run('performDueAct', undefined);
      if (!outcome) break;
      if (outcome.change) node?.live.publishChange(outcome.change);
      for (const user of outcome.people) node?.live.publishUser(user);
    }
    await world.wait(0);
  };

  describe('a removal', () => {
    it('of more than five people within ten minutes waits, whoever asks', async () => {
      const scene = await start();
      const { world, ana, ben, crowd, all, c } = scene;
      const { act: none } = await kick(ben, c, crowd.slice(0, 3));
      expect(none).toBeUndefined();
      await kick(ben, c, crowd.slice(3, 5));
      const input = { c, members: [mid(crowd[5] as ChatPerson)], op: newOp() };
      const held = await perform(ben, 'chat.kick', input);
      expect(held.act).toBeDefined();
      expect(await perform(ben, 'chat.kick', input)).toEqual(held);
      expect(isIn(crowd[5] as ChatPerson, c)).toBe(true);
      // Everybody hears of it, and the chat says that something waits.
      expect(linesOf(crowd[6] as ChatPerson, c).at(-1)).toEqual({ ev: 'waiting', by: ben.id, n: 1 });
      expect(crowd[6]?.client.chats.get(c)?.chat.meta.wait).toBe(1);
      // Until it is decided he removes nobody, by no way.
      const again = await kick(ben, c, [crowd[6] as ChatPerson]).catch((error: unknown) => error);
      expect(again).toMatchObject({ code: 'WINDOW' });
      const ban = { c, member: mid(crowd[6] as ChatPerson), ban: true, op: newOp() };
      expect(await codeOf(perform(ben, 'chat.ban', ban))).toBe('WINDOW');
      // Another admin has his own five.
      await kick(ana, c, [crowd[6] as ChatPerson]);
      expect(await codeOf(kick(ana, c, []))).not.toBe('ok');
      await settlePeople(world, all);
      await world.close();
    });

    it('may go on after ten minutes', async () => {
      const { world, ana, crowd, c } = await start();
      await kick(ana, c, crowd.slice(0, 5));
      await world.wait(9 * minute);
      expect((await kick(ana, c, [crowd[5] as ChatPerson])).act).toBeDefined();
      const [waiting] = await acts(ana, c);
      await decide(ana, c, waiting?.id, false);
      await world.wait(2 * minute);
      expect((await kick(ana, c, crowd.slice(5, 7))).act).toBeUndefined();
      await world.close();
    });

    it('that waits is approved by a second admin of at least a day, and by nobody else', async () => {
      const scene = await start();
      const { world, ana, ben, eva, crowd, all, c } = scene;
      const [young, ...others] = crowd as [ChatPerson, ...ChatPerson[]];
      const { act } = await kick(ben, c, others.slice(0, 6));
      await give(ana, c, young, admin);
      expect((await acts(ana, c))[0]).toMatchObject({ id: act, kind: 'remove', by: ben.id, n: 6, ok: 1 });
      expect((await acts(ben, c))[0]).not.toHaveProperty('ok');
      expect((await acts(young, c))[0]).not.toHaveProperty('ok');
      expect(await acts(others[0] as ChatPerson, c)).toEqual([]);
      expect(await codeOf(decide(ben, c, act, true))).toBe('FORBIDDEN');
      expect(await codeOf(decide(young, c, act, true))).toBe('WINDOW');
      expect(await codeOf(decide(others[0] as ChatPerson, c, act, true))).toBe('NOT_FOUND');
      expect(await codeOf(decide(others[0] as ChatPerson, c, act, false))).toBe('NOT_FOUND');
      expect(await codeOf(decide(ana, c, crypto.randomUUID() as ActId, true))).toBe('NOT_FOUND');
      const input = { c, id: act as ActId, ok: true, op: newOp() };
      const first = await perform(eva, 'act.decide', input);
      expect(await perform(eva, 'act.decide', input)).toEqual(first);
      expect(others.slice(0, 6).map((person) => isIn(person, c))).toEqual(Array(6).fill(false));
      expect(linesOf(ana, c).at(-1)).toMatchObject({ ev: 'removed', by: ben.id });
      expect(ana.client.chats.get(c)?.chat.meta.wait).toBeUndefined();
      expect(await codeOf(decide(ana, c, act, true))).toBe('GONE');
      await settlePeople(world, all);
      await undo(ana, c, act);
      expect(others.slice(0, 6).map((person) => isIn(person, c))).toEqual(Array(6).fill(true));
      await settlePeople(world, all);
      await world.close();
    });

    it('is called off by an admin, or by whoever asked', async () => {
      const { world, ana, ben, crowd, all, c } = await start();
      const { act } = await kick(ben, c, crowd.slice(0, 6));
      await decide(ana, c, act, false);
      expect(linesOf(ben, c).at(-1)).toEqual({ ev: 'refused', by: ana.id, n: 6 });
      expect(ben.client.chats.get(c)?.chat.meta.wait).toBeUndefined();
      expect(await codeOf(undo(ana, c, act))).toBe('GONE');
      const { act: second } = await kick(ben, c, crowd.slice(0, 6));
      expect(await codeOf(undo(ana, c, second))).toBe('NOT_FOUND');
      await decide(ben, c, second, false);
      expect((await kick(ben, c, [crowd[0] as ChatPerson])).act).toBeUndefined();
      await settlePeople(world, all);
      await world.close();
    });

    it('happens by itself after a day, less those it may not touch any more', async () => {
      const scene = await start();
      const { world, ana, ben, crowd, all, c } = scene;
      const [risen, gone, ...rest] = crowd as [ChatPerson, ChatPerson, ...ChatPerson[]];
      await kick(ben, c, [risen, gone, ...rest.slice(0, 4)]);
      await job(scene);
      expect(isIn(gone, c)).toBe(true);
      await give(ana, c, risen, admin);
      await perform(gone, 'chat.leave', { c, op: newOp() });
      await world.wait(day);
      await job(scene);
      expect(isIn(risen, c)).toBe(true);
      expect(rest.slice(0, 4).map((person) => isIn(person, c))).toEqual(Array(4).fill(false));
      expect(linesOf(ana, c).at(-1)?.who).toHaveLength(4);
      expect(ana.client.chats.get(c)?.chat.meta.wait).toBeUndefined();
      await settlePeople(world, all);
      const act = (await acts(ana, c)).find(({ kind }) => kind === 'remove');
      await undo(ana, c, act?.id);
      expect([isIn(gone, c), ...rest.slice(0, 4).map((person) => isIn(person, c))]).toEqual([
        false,
        ...Array(4).fill(true),
      ]);
      await settlePeople(world, all);
      await world.close();
    });

    it('is called off when the asker lost the right meanwhile', async () => {
      const scene = await start();
      const { world, ana, ben, crowd, all, c } = scene;
      await kick(ben, c, crowd.slice(0, 6));
      await give(ana, c, ben, member);
      await world.wait(day);
      await job(scene);
      expect(linesOf(ana, c).at(-1)).toEqual({ ev: 'refused', n: 6 });
      expect(crowd.every((person) => isIn(person, c))).toBe(true);
      await settlePeople(world, all);
      await world.close();
    });
  });

  describe('an undo', () => {
    it('brings removed people back as if they had never been away', async () => {
      const { world, ana, ben, crowd, all, c } = await start();
      await ana.client.ask('chat.set', { c, pin: 3, op: newOp() });
      await (crowd[1] as ChatPerson).client.ask('chat.set', { c, pin: 3, notify: 1, op: newOp() });
      const out = crowd.slice(0, 5);
      const isOut = (row: MemberRow) => out.some(({ id }) => Number(id) === row.user_id);
      const before = await world.storage.runUnit(readMembers, c);
      const unread = out.map(({ client }) => client.chats.get(c)?.chat.unread);
      expect(unread.filter((count) => (count ?? 0) > 0).length).toBeGreaterThan(1);
      await kick(ben, c, out.slice(0, 3));
      await kick(ben, c, out.slice(3));
      const meanwhile = await say(ana, c, 'while they were out');
      const { items } = await ana.client.ask('message.send', {
        c,
        items: [
          { i: crypto.randomUUID() as never, k: 1, b: { x: '@x come back', at: [[0, 2, mid(out[1] as ChatPerson)]] } },
        ],
      });
      expect(items[0]).toHaveProperty('s');
      expect(out.some((person) => isIn(person, c))).toBe(false);
      const [act, ...others] = await acts(ana, c);
      expect(act).toMatchObject({ kind: 'remove', by: ben.id, n: 5 });
      expect(others.map(({ kind }) => kind)).toEqual([]);
      expect(await codeOf(undo(crowd[6] as ChatPerson, c, act?.id))).toBe('FORBIDDEN');
      expect(await codeOf(undo(out[0] as ChatPerson, c, act?.id))).toBe('NOT_MEMBER');
      const input = { c, id: act?.id as ActId, op: newOp() };
      const first = await perform(ana, 'act.undo', input);
      expect(await perform(ana, 'act.undo', input)).toEqual(first);
      expect((await world.storage.runUnit(readMembers, c)).filter(isOut).map(place)).toEqual(
        before.filter(isOut).map(place),
      );
      // What was written meanwhile is theirs too, and unread.
      expect(out.map(({ client }) => client.chats.get(c)?.chat.unread)).toEqual(
        unread.map((count) => (count ?? 0) + 2),
      );
      expect(out.map(({ client }) => client.chats.get(c)?.chat.mentions)).toEqual([0, 1, 0, 0, 0]);
      const page = await (out[0] as ChatPerson).client.ask('history.get', { c, after: 0, limit: 100 });
      expect(page.rows.some(({ s }) => s === meanwhile)).toBe(true);
      expect(page.rows.some(({ b }) => b?.['x'] === 'first')).toBe(true);
      await settlePeople(world, all);
      expect(await codeOf(undo(ana, c, act?.id))).toBe('GONE');
      await world.close();
    });

    it('leaves alone who came in again or left by himself, and lifts bans', async () => {
      const { world, ana, ben, crowd, all, c } = await start();
      const [again, later, banned, freed] = crowd as [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
      await kick(ben, c, [again, later]);
      const ban = (who: ChatPerson, is: boolean) =>
        perform(ben, 'chat.ban', { c, member: mid(who), ban: is, op: newOp() });
      await ban(banned, true);
      await ban(freed, true);
      await ban(freed, false);
      await perform(ana, 'chat.invite', { c, users: [again.id, later.id], op: newOp() });
      await perform(later, 'chat.leave', { c, op: newOp() });
      const floor = again.client.chats.get(c)?.chat.me.fl;
      const [act] = await acts(ana, c);
      expect(act).toMatchObject({ n: 4, ban: 1 });
      await undo(ana, c, act?.id);
      expect(again.client.chats.get(c)?.chat.me.fl).toBe(floor);
      expect([later, banned, freed].map((person) => isIn(person, c))).toEqual([false, true, true]);
      await settlePeople(world, all);
      await world.close();
    });

    it('is possible for 72 hours, and then forgotten', async () => {
      const { world, ana, ben, crowd, c } = await start();
      await kick(ben, c, crowd.slice(0, 2));
      const s = await say(crowd[3] as ChatPerson, c, 'rude');
      await ben.client.ask('message.unsend', { c, s, op: newOp() });
      const found = await acts(ana, c);
      await world.wait(73 * hour);
      expect(await acts(ana, c)).toEqual([]);
      for (const { id } of found) expect(await codeOf(undo(ana, c, id))).toBe('WINDOW');
      expect(await world.storage.run('cleanActs', { limit: 100 })).toBeGreaterThanOrEqual(2);
      expect(await world.storage.runUnit(countRows, 'deleted_messages')).toBe(0);
      expect(await codeOf(undo(ana, c, found[0]?.id))).toBe('NOT_FOUND');
      await world.close();
    });

    it('gives messages back that somebody else took away, with versions and mentions, to those who may see them', async () => {
      const { world, ana, ben, crowd, all, c } = await start();
      const [writer, named, late] = crowd as [ChatPerson, ChatPerson, ChatPerson];
      const { items } = await writer.client.ask('message.send', {
        c,
        items: [{ i: crypto.randomUUID() as never, k: 1, b: { x: '@x look', at: [[0, 2, mid(named)]] } }],
      });
      const s = (items[0] as { s: number }).s;
      await writer.client.ask('message.edit', { c, s, b: { x: '@x look!', at: [[0, 2, mid(named)]] }, op: newOp() });
      const other = await say(late, c, 'second');
      await named.client.ask('message.react', { c, s: other, e: '👍', op: newOp() });
      const own = await say(ben, c, 'my own');
      for (const seq of [s, other, own]) await ben.client.ask('message.unsend', { c, s: seq, op: newOp() });
      await world.wait(1_000);
      expect(named.client.chats.get(c)?.chat.mentions).toBe(0);
      // Somebody new must not see them, then or later.
      await kick(ben, c, [late]);
      await perform(ana, 'chat.invite', { c, users: [late.id], op: newOp() });
      const act = (await acts(ana, c)).find(({ kind }) => kind === 'delete');
      expect(act).toMatchObject({ n: 2, by: ben.id });
      await undo(ana, c, act?.id);
      const { rows } = await ana.client.ask('messages.get', { c, seqs: [s, other, own] });
      expect(rows.map(({ b }) => b?.['x'])).toEqual(['@x look!', 'second', undefined]);
      expect((await ana.client.ask('message.versions', { c, s })).items).toHaveLength(1);
      expect((await late.client.ask('messages.get', { c, seqs: [s] })).rows).toEqual([]);
      expect(await codeOf(undo(ana, c, act?.id))).toBe('GONE');
      await settlePeople(world, all);
      // The text lies below the floor of somebody in the room, so devices had to fetch it.
      expect(named.client.chats.get(c)?.chat.mentions).toBe(1);
      // It is the author's again.
      await writer.client.ask('message.unsend', { c, s, op: newOp() });
      await settlePeople(world, all);
      await world.close();
    });

    it('of a name goes from the newest back', async () => {
      const { world, ana, ben, crowd, all, c } = await start();
      await rename(crowd[0] as ChatPerson, c, 'one');
      await rename(crowd[1] as ChatPerson, c, 'two');
      const [newer, older] = await acts(ben, c);
      expect([newer?.title, older?.title]).toEqual(['one', 'Choir']);
      expect(await codeOf(undo(ben, c, older?.id))).toBe('GONE');
      await undo(ben, c, newer?.id);
      await undo(ben, c, older?.id);
      expect(ana.client.chats.get(c)?.chat.meta.title).toBe('Choir');
      expect(linesOf(ana, c).at(-1)).toEqual({ ev: 'undone', act: 'rename', by: ben.id, title: 'Choir' });
      await settlePeople(world, all);
      await world.close();
    });

    it('of a hand-over never makes two owners, nor none', async () => {
      const { world, ana, ben, eva, all, c } = await start();
      const owners = async () =>
        (await world.storage.runUnit(readMembers, c)).filter(({ role }) => role === owner).map(({ mid: id }) => id);
      await give(ana, c, ben, owner);
      await give(ben, c, eva, owner);
      const [newer, older] = await acts(ana, c);
      expect(await codeOf(undo(ana, c, older?.id))).toBe('GONE');
      await undo(ana, c, newer?.id);
      expect(await owners()).toEqual([ben.id]);
      await undo(ana, c, older?.id);
      expect(await owners()).toEqual([ana.id]);
      await give(ana, c, ben, owner);
      await perform(ana, 'chat.leave', { c, op: newOp() });
      const [last] = await acts(eva, c);
      expect(await codeOf(undo(eva, c, last?.id))).toBe('GONE');
      expect(await owners()).toEqual([ben.id]);
      await settlePeople(world, all);
      await world.close();
    });
  });

  it('a stolen owner account does little, and everything it did is undone in one step each', async () => {
    const scene = await start();
    const { world, ana: thief, ben, eva, crowd, all, c } = scene;
    const [accomplice] = (await connectPeople(world, ['accomplice'])) as [ChatPerson];
    const everybody = [...all, accomplice];
    const before = await world.storage.runUnit(readMembers, c);
    const unread = new Map(all.map((person) => [person, person.client.chats.get(c)?.chat.unread]));

    await perform(thief, 'chat.invite', { c, users: [accomplice.id], op: newOp() });
    await give(thief, c, ben, member);
    await give(thief, c, eva, member);
    for (const person of crowd.slice(0, 5)) await kick(thief, c, [person]);
    const { act: more } = await kick(thief, c, crowd.slice(5));
    expect(more).toBeDefined();
    expect(await codeOf(kick(thief, c, crowd.slice(5)))).toBe('WINDOW');
    await rename(thief, c, 'PWNED');
    await rename(thief, c, 'PWNED again');
    for (const role of [admin, owner]) expect(await codeOf(give(thief, c, accomplice, role))).toBe('WINDOW');
    expect(await codeOf(decide(thief, c, more, true))).toBe('FORBIDDEN');
    expect(crowd.slice(5).every((person) => isIn(person, c))).toBe(true);

    // Two who lead no more, by the thief's doing, still decide about what waits, and undo the rest.
    await decide(eva, c, more, false);
    const found = await acts(ben, c);
    expect(found.map(({ kind, n }) => `${kind} ${n}`).toSorted()).toEqual(['remove 5', 'rename 1', 'role 2']);
    for (const { id } of found) await undo(ben, c, id);
    expect(await acts(ben, c)).toEqual([]);
    await kick(eva, c, [accomplice]);

    const after = await world.storage.runUnit(readMembers, c);
    expect(after.filter(({ state }) => state === memberState.joined).map(place)).toEqual(before.map(place));
    expect(new Map(all.map((person) => [person, person.client.chats.get(c)?.chat.unread]))).toEqual(unread);
    expect(eva.client.chats.get(c)?.chat.meta.title).toBe('Choir');
    await settlePeople(world, everybody);
    await world.close();
  });

  it('the true owner undoes a hand-over to a helper of long standing', async () => {
    const { world, ana, ben, crowd, all, c } = await start();
    const [helper] = crowd as [ChatPerson];
    await give(ana, c, helper, owner);
    await give(helper, c, ana, member);
    await give(helper, c, ben, member);
    expect(await codeOf(kick(ana, c, [helper]))).toBe('FORBIDDEN');
    // Newest first: the helper's own doings, then the hand-over.
    for (const { id } of await acts(ana, c)) await undo(ana, c, id);
    const { items } = await ana.client.ask('members.list', { c, ids: [ana, ben, helper].map(mid) });
    expect(new Map(items.map(({ u, ro }) => [u, ro]))).toEqual(
      new Map([
        [ana.id, owner],
        [ben.id, admin],
        [helper.id, member],
      ]),
    );
    await settlePeople(world, all);
    await world.close();
  });
}

describe('the guard on SQLite', () => defineSuite(createChatWorld));

describePostgres('the guard on PostgreSQL', (getUrl) =>
  defineSuite((options) =>
    createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }),
  ),
);

describe('the job of the guard', () => {
  it('does every removal whose day is over, and tells the chats', async () => {
    const outcomes = [
      { result: { r: 2 }, change: { delta: { c: 1, a: 1, b: 2 } }, people: [7] },
      { result: { r: 5 }, people: [] },
      undefined,
    ];
    const told: unknown[] = [];
    let turn = 0;
    const context = {
      storage: { run: () => Promise.resolve(outcomes[turn++]) },
      live: { publishChange: (change: unknown) => told.push(change), publishUser: (user: unknown) => told.push(user) },
    };
    const work = guardKeeper(context as never, silentLog, 1);
    work.run();
    await expect.poll(() => turn).toBeGreaterThanOrEqual(3);
    await work.stop();
    expect(told).toEqual([{ delta: { c: 1, a: 1, b: 2 } }, 7]);
  });
});
