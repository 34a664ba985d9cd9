import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toCid, toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { readUnit, writeUnit } from '#server/storage/unit.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { codeOf, connectPeople, perform, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const open: ChatSettings = { join: joinMode.open, listed: 1 };

const found = async (person: ChatPerson, more: { cap?: number; set?: ChatSettings } = {}): Promise<ChatId> =>
  (await perform(person, 'community.create', { op: newOp(), title: 'Film', nn: 'Owl', set: open, ...more })).chat.h.c;
const join = (person: ChatPerson, c: ChatId, nn: string) => perform(person, 'community.join', { c, nn, op: newOp() });
const midOf = ({ client }: ChatPerson, c: ChatId) => client.chats.get(c)?.chat.me.mid as MemberId;
const count = (answers: readonly string[], code: string) => answers.filter((answer) => answer === code).length;

/** A request of a crowd; a database that was too busy asks to repeat, which devices do by themselves. */
async function insist(ask: () => Promise<unknown>): Promise<string> {
  for (;;) {
    const code = await codeOf(ask());
    if (code !== 'UNAVAILABLE') return code;
  }
}

/** Members whom nobody here speaks for, so that a community is nearly full without thousands of joins. */
const fill = writeUnit(async (tx, { c, to }: { c: ChatId; to: number }) => {
  const [head] = await tx.sql<{ members: number; rev: number }>(
    'SELECT members, rev FROM chat_heads WHERE chat_id = ?',
    [c],
  );
  const missing = to - (head?.members ?? 0);
  for (let made = 0; made < missing; made += 100) {
    const ids = Array.from({ length: Math.min(100, missing - made) }, () => tx.ids.id());
    const row = `(?, ?, ?, 1, 0, ?, ?, ?, ?, 0, 0, ?, 0, ?)`;
    await tx.sql(
      `INSERT INTO members (chat_id, user_id, mid, state, role, nickname, name_key, rev, join_rev, join_n, floor_seq, read_seq, read_n, joined_at)
        VALUES ${ids.map(() => row).join(', ')}`,
      ids.flatMap((id) => [c, id, id + 1, `m${id}`, `m${id}`, head?.rev ?? 0, head?.rev ?? 0, head?.rev ?? 0, tx.now]),
    );
  }
  await tx.sql('UPDATE chat_heads SET members = ? WHERE chat_id = ?', [to, c]);
});
const readRows = readUnit(async (tx, c: ChatId) =>
  tx.sql<{ user_id: number; mid: number; state: number; name_key: string; leave_rev: number | null }>(
    'SELECT user_id, mid, state, name_key, leave_rev FROM members WHERE chat_id = ?',
    [c],
  ),
);
const readSent = readUnit(async (tx, { c, mid }: { c: ChatId; mid: number }) =>
  tx.sql<{ seq: number; cid: string }>(
    'SELECT seq, cid FROM messages WHERE chat_id = ? AND sender_mid = ? AND n IS NOT NULL',
    [c, mid],
  ),
);

async function crowd(world: ChatWorld, size: number): Promise<UserId[]> {
  const people: UserId[] = [];
  for (let at = 0; at < size; at += 1) people.push(toUserId(await world.person(`p${at}`)));
  return people;
}

function defineSuite(make: (options?: ChatWorldOptions) => Promise<ChatWorld>): void {
  it('the 5,001st of a crowd that comes at once finds it full, by its door as by a link, and exactly the cap is in', async () => {
    const world = await make();
    const [ana] = (await connectPeople(world, ['ana'])) as [ChatPerson];
    const c = await found(ana);
    const { link } = await perform(ana, 'link.create', { c, op: newOp() });
    const room = 12;
    await world.storage.runUnit(fill, { c, to: limits.communityCapMax - room });
    const people = await crowd(world, 30);
    const tries = people.map((user, at) => {
      const [op, nn] = [newOp(), `name ${at}`];
      return insist(() =>
        at % 2 === 0
          ? world.begin(user, 'community.join', { c, nn, op })
          : world.begin(user, 'link.use', { code: link.code, nn, op }),
      );
    });
    await world.drive(tries);
    const answers = await Promise.all(tries);
    expect([count(answers, 'ok'), count(answers, 'FULL')]).toEqual([room, people.length - room]);
    expect((await ana.client.ask('members.list', { c, range: [0, 10] })).total).toBe(limits.communityCapMax);
    const rows = await world.storage.runUnit(readRows, c);
    expect(rows.filter(({ state }) => state === memberState.joined)).toHaveLength(limits.communityCapMax);
    expect((await ana.client.ask('link.list', { c })).items[0]?.uses).toBe(
      answers.filter((answer, at) => at % 2 === 1 && answer === 'ok').length,
    );
    await world.wait(3_000);
    expect(world.failures).toEqual([]);
    await world.close();
  });

  it('of many who want the same name at once one gets it', async () => {
    const world = await make();
    const all = await connectPeople(world, ['ana']);
    const [ana] = all as [ChatPerson];
    const c = await found(ana);
    const people = await crowd(world, 12);
    const names = ['Dew', 'dew', 'ＤＥＷ', 'D e w'];
    const tries = people.map((user, at) => {
      const input = { c, nn: names[at % names.length] as string, op: newOp() };
      return insist(() => world.begin(user, 'community.join', input));
    });
    await world.drive(tries);
    const answers = await Promise.all(tries);
    expect([count(answers, 'ok'), count(answers, 'NAME_TAKEN')]).toEqual([1, people.length - 1]);
    await settlePeople(world, all);
    await world.close();
  });

  it('joins, leaves, removals, bans, names and roles that meet leave one true state on every device', async () => {
    const world = await make();
    const all = await connectPeople(world, ['ana', 'ben', 'eva', 'dan']);
    const [ana, ben, eva, dan] = all as [ChatPerson, ChatPerson, ChatPerson, ChatPerson];
    const c = await found(ana);
    await join(ben, c, 'Dew');
    await join(eva, c, 'Fern');
    await join(dan, c, 'Moss');
    await world.clock.advance(2 * limits.rightsAfterMs);
    await perform(ana, 'chat.role', { c, member: midOf(ben, c), role: memberRole.moderator, op: newOp() });
    const [evas, dans] = [midOf(eva, c), midOf(dan, c)];
    const expected = new Set([
      'ok',
      'NOT_FOUND',
      'NOT_MEMBER',
      'BANNED',
      'UNAVAILABLE',
      'NAME_TAKEN',
      'FORBIDDEN',
      'WINDOW',
    ]);
    for (let round = 0; round < 8; round += 1) {
      // Removals of one person within ten minutes are counted together.
      world.clock.jump(3 * limits.guardWindowMs);
      const running = [
        world.begin(ana.id, 'chat.ban', { c, member: evas, ban: round % 2 === 0, op: newOp() }),
        world.begin(ben.id, 'chat.kick', { c, members: [dans], op: newOp() }),
        world.begin(eva.id, 'community.join', { c, nn: 'Fern', op: newOp() }),
        world.begin(dan.id, 'community.join', { c, nn: round % 3 === 0 ? 'Fern' : 'Moss', op: newOp() }),
        world.begin(dan.id, 'chat.leave', { c, op: newOp() }),
        world.begin(eva.id, 'community.profile', { c, nn: 'Moss', op: newOp() }),
        world.begin(ana.id, 'chat.role', { c, member: dans, role: memberRole.member, op: newOp() }),
        world.begin(dan.id, 'message.send', {
          c,
          items: [{ i: toCid(randomUUID()), k: 1, b: { x: `round ${round}` } }],
        }),
      ].map(codeOf);
      await world.drive(running);
      for (const code of await Promise.all(running)) expect(expected).toContain(code);
    }
    const rows = await world.storage.runUnit(readRows, c);
    const joined = rows.filter(({ state }) => state === memberState.joined);
    expect(new Set(joined.map(({ name_key: key }) => key)).size).toBe(joined.length);
    expect(new Set(rows.map(({ mid }) => mid))).toEqual(new Set([midOf(ana, c), midOf(ben, c), evas, dans]));
    await settlePeople(world, all);
    await world.close();
  });

  it('what a removed member had queued is refused, stays his, and arrives once when he comes in again', async () => {
    const world = await make();
    const all = await connectPeople(world, ['ana', 'ben']);
    const [ana, ben] = all as [ChatPerson, ChatPerson];
    const c = await found(ana);
    await join(ben, c, 'Dew');
    const mid = midOf(ben, c);
    const items = Array.from({ length: 12 }, (_, at) => ({
      i: toCid(randomUUID()),
      k: 1 as const,
      b: { x: `queued ${at}` },
    }));
    const kick = codeOf(world.begin(ana.id, 'chat.kick', { c, members: [mid], op: newOp() }));
    const sends = items.map((item) => world.begin(ben.id, 'message.send', { c, items: [item] }));
    const outcomes = sends.map((sent) =>
      sent.then(
        ({ items: [answer] }) => (answer && 'code' in answer ? answer.code : 'ok'),
        (error: { code: string }) => error.code,
      ),
    );
    await world.drive([kick, ...outcomes]);
    expect(await kick).toBe('ok');
    const answers = await Promise.all(outcomes);
    for (const answer of answers) expect(['ok', 'NOT_MEMBER']).toContain(answer);
    const stored = await world.storage.runUnit(readSent, { c, mid });
    expect(stored).toHaveLength(count(answers, 'ok'));
    const [row] = (await world.storage.runUnit(readRows, c)).filter((one) => one.mid === mid);
    expect(stored.every(({ seq }) => seq < (row?.leave_rev ?? 0))).toBe(true);
    // A new one: of those in the race all may have come before the removal, and are answered as repeats then.
    const fresh = { i: toCid(randomUUID()), k: 1 as const, b: { x: 'too late' } };
    const late = await ben.client.ask('message.send', { c, items: [fresh] }).catch((error: unknown) => error);
    expect(JSON.stringify(late)).toContain('NOT_MEMBER');
    expect(
      await findBrokenInvariants(
        world,
        all.map(({ client }) => client),
      ),
    ).toEqual([]);
    // He is let in again: his device still has them, and sends all of them once more.
    await join(ben, c, 'Dew');
    await ben.client.ask('message.send', { c, items });
    await ben.client.ask('message.send', { c, items });
    const sent = await world.storage.runUnit(readSent, { c, mid });
    expect(new Set(sent.map(({ cid }) => cid)).size).toBe(items.length);
    expect(sent).toHaveLength(items.length);
    await settlePeople(world, all);
    await world.close();
  });
}

describe('races in a community on SQLite', () => defineSuite(createChatWorld));

describePostgres('races in a community on PostgreSQL', (getUrl) =>
  describe('over several connections', { timeout: 60_000 }, () =>
    defineSuite((options) =>
      createChatWorld({ ...options, open: (now) => openPostgres(getUrl(), { now }), patienceMs: 40 }),
    ),
  ),
);
