import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toMemberId, toOpId } from '#protocol/casts.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import type { AppendAck, AppendItem, AppendOutput } from '#server/storage/units/messages/appendTypes.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { dumpChat } from './storageDump.ts';
import { checkInvariants } from './storageInvariants.ts';
import { moveMember, seedBlock, seedChat } from './storageSeed.ts';
import type { MakeTarget } from './storageTarget.ts';

const start = Date.UTC(2026, 0, 31, 12);

const textItem = (x: string, more: Partial<AppendItem> = {}): AppendItem => ({
  i: toCid(randomUUID()),
  k: 1,
  b: { x },
  ...more,
});
/** A text that names these people. */
const naming = (...users: UserId[]): AppendItem =>
  textItem('hey', { b: { x: 'hey', at: users.map((id, index) => [index, 1, toMemberId(id)]) } });
const newOp = () => toOpId(randomUUID());

/** The hot path: what each answer, row, delta and read state must be. */
export function storageMessageContract(makeTarget: MakeTarget): void {
  let storage: LocalStorage;
  let now = start;
  beforeAll(async () => {
    storage = await (await makeTarget()).open({ now: () => now });
  });
  afterAll(() => storage.close());

  const send = (c: ChatId, userId: UserId, items: AppendItem[], rs?: number): Promise<AppendOutput> =>
    storage.run('appendMessages', { c, requests: [{ userId, items, ...(rs === undefined ? {} : { rs }) }] });
  const sendOne = async (c: ChatId, userId: UserId, item: AppendItem): Promise<AppendAck> =>
    (await send(c, userId, [item])).answers[0]?.[0] as AppendAck;
  const group = (people: number) => seedChat(storage, chatKind.group, people);
  const people = (users: UserId[]) => users as [UserId, UserId, UserId];

  it('numbers a batch of several people in order and says exactly what changed', async () => {
    const { c, users } = await group(3);
    const [a, b] = people(users);
    const items = [textItem('one'), textItem('two'), textItem('three')] as [AppendItem, AppendItem, AppendItem];
    const output = await storage.run('appendMessages', {
      c,
      requests: [
        { userId: a, items: [items[0], items[1]] },
        { userId: b, items: [items[2]] },
      ],
    });
    expect(output.answers).toEqual([
      [
        { i: items[0].i, s: 1, r: 1, n: 1, at: now },
        { i: items[1].i, s: 2, r: 2, n: 2, at: now },
      ],
      [{ i: items[2].i, s: 3, r: 3, n: 3, at: now }],
    ]);
    expect(output.delta).toMatchObject({
      c,
      a: 0,
      b: 3,
      head: { rev: 3, n: 3, ls: 3, b: now, l: { s: 3, u: b, x: 'three' } },
    });
    expect(output.delta?.rows?.map(({ s, r, n, u, b: body }) => [s, r, n, u, body])).toEqual([
      [1, 1, 1, a, { x: 'one' }],
      [2, 2, 2, a, { x: 'two' }],
      [3, 3, 3, b, { x: 'three' }],
    ]);
    expect(output).toMatchObject({ personal: [], reads: [], settings: [], hasDuplicate: false });
    checkInvariants(await dumpChat(storage, c));
  });

  it('answers a repeat with the values of the first time, also after an edit and an unsend', async () => {
    const { c, users } = await group(2);
    const [a, b] = people(users);
    const item = textItem('first');
    const ack = await sendOne(c, a, item);
    await sendOne(c, b, textItem('between'));
    const repeat = async (): Promise<void> => {
      const output = await send(c, a, [item]);
      expect(output.answers).toEqual([[{ ...ack, dup: 1 }]]);
      expect(output.delta).toBeUndefined();
      expect(output.hasDuplicate).toBe(true);
    };
    await repeat();
    await storage.run('editMessage', { c, userId: a, s: ack.s, b: { x: 'changed' }, op: newOp() });
    await repeat();
    await storage.run('unsendMessage', { c, userId: a, s: ack.s, op: newOp() });
    await repeat();
    // Even somebody who has left since learns that it was sent.
    await storage.runUnit(moveMember, { c, userId: a, state: memberState.left });
    await repeat();
    const mixed = await send(c, b, [item, textItem('new'), item]);
    // Another person may copy a cid; within one batch the second copy is the repeat.
    expect(mixed.answers[0]?.map((answer) => ('dup' in answer ? 'dup' : 's' in answer && answer.s))).toEqual([
      6,
      7,
      'dup',
    ]);
    checkInvariants(await dumpChat(storage, c));
  });

  it('tells another message under a used cid from a repeat, by what was first sent', async () => {
    const { c, users } = await group(2);
    const [a] = people(users);
    const item = textItem('first');
    const ack = await sendOne(c, a, item);
    await storage.run('editMessage', { c, userId: a, s: ack.s, b: { x: 'second' }, op: newOp() });
    const output = await send(c, a, [{ ...item, b: { x: 'second' } }, { ...item, re: ack.s }, textItem('more')]);
    expect(output.answers[0]).toMatchObject([{ i: item.i, code: 'CID_MISMATCH' }, { code: 'CID_MISMATCH' }, { n: 2 }]);
  });

  it('refuses items one by one: strangers, the muted, replies to nothing, people who left', async () => {
    const { c, users } = await group(3);
    const [a, b, left] = people(users);
    const stranger = (await group(1)).users[0] as UserId;
    await storage.runUnit(moveMember, { c, userId: left, state: memberState.left });
    const mute = writeUnit((tx, until: number) =>
      tx.sql('UPDATE members SET muted_until = ? WHERE chat_id = ? AND user_id = ?', [until, c, b]),
    );
    await storage.runUnit(mute, now + 500);
    const good = textItem('good');
    const output = await storage.run('appendMessages', {
      c,
      requests: [
        { userId: stranger, items: [textItem('x')] },
        { userId: a, items: [textItem('x', { re: 99 }), good, textItem('reply', { re: 1 })] },
        { userId: b, items: [textItem('x')] },
        { userId: left, items: [textItem('x')], rs: 1 },
      ],
    });
    expect(output.answers).toMatchObject([
      [{ code: 'NOT_MEMBER' }],
      [{ code: 'NOT_FOUND' }, { i: good.i, s: 2, n: 1 }, { s: 3, n: 2 }],
      [{ code: 'MUTED', retry: 500 }],
      [{ code: 'NOT_MEMBER' }],
    ]);
    expect(output.delta).toMatchObject({ a: 1, b: 3 });
    now += 600;
    expect(await sendOne(c, b, textItem('again'))).toMatchObject({ s: 4 });
    const unknown = { c: (c + 1) as ChatId, requests: [{ userId: a, items: [good] }] };
    await expect(storage.run('appendMessages', unknown)).rejects.toMatchObject({ code: 'NOT_MEMBER' });
    checkInvariants(await dumpChat(storage, c));
  });

  it('never lets times run back, and notes the first message of each day', async () => {
    const { c, users } = await group(2);
    const [a] = people(users);
    const first = await sendOne(c, a, textItem('1'));
    now -= 3_600_000;
    expect((await sendOne(c, a, textItem('2'))).at).toBe(first.at);
    now += 86_400_000;
    await sendOne(c, a, textItem('3'));
    const dump = await dumpChat(storage, c);
    expect(dump.days).toHaveLength(2);
    checkInvariants(dump);
  });

  it('moves the sender to what they had seen, in the same transaction', async () => {
    const { c, users } = await group(3);
    const [a, b] = people(users);
    await send(c, a, [textItem('1'), textItem('2')]);
    await send(c, b, [textItem('3')]);
    await send(c, a, [textItem('4'), naming(b)]);
    const partly = await send(c, b, [textItem('6')], 2);
    // read 2 of 2; one own message behind it (3) and the new one; one mention left
    expect(partly.reads).toEqual([{ userId: b, mid: b, state: [c, 2, 2, 2, 6, 1, 6] }]);
    const whole = await send(c, b, [textItem('7')], 1_000_000);
    expect(whole.reads).toEqual([{ userId: b, mid: b, state: [c, 6, 6, 1, 7, 0, 7] }]);
    const back = await send(c, b, [textItem('8')], 3);
    expect(back.reads).toEqual([]);
    checkInvariants(await dumpChat(storage, c));
  });

  it('hides a message from somebody who had blocked its sender, and counts it as nothing to read', async () => {
    const { c, users } = await seedChat(storage, chatKind.dm, 2);
    const [a, b] = people(users);
    await sendOne(c, a, textItem('before'));
    await storage.runUnit(seedBlock, { blocker: b, blocked: a });
    const hidden = await send(c, a, [textItem('hidden')]);
    expect(hidden.answers[0]).toMatchObject([{ s: 2, n: 2 }]);
    expect(hidden.delta).toMatchObject({ a: 1, b: 2, head: { n: 2, l: { s: 1, x: 'before' } } });
    expect(hidden.delta?.rows).toBeUndefined();
    expect(hidden.personal).toMatchObject([{ userId: a, delta: { a: 1, b: 2, rows: [{ s: 2, b: { x: 'hidden' } }] } }]);
    // b: nothing read, one countable message, the other is not for them
    expect(hidden.reads).toEqual([{ userId: b, mid: b, state: [c, 0, 0, 1, 2, 0, 2] }]);
    const answer = await send(c, b, [textItem('I still may write', { re: 1 })]);
    expect(answer.delta?.rows).toHaveLength(1);
    // What was not announced is healed for its sender too, although the newest message is everybody's.
    const healed = await storage.run('loadChange', { c, since: 1 });
    expect(healed?.delta.rows?.map(({ s }) => s)).toEqual([3]);
    expect(healed?.personal).toMatchObject([{ userId: a, delta: { a: 1, b: 3, rows: [{ s: 2 }, { s: 3 }] } }]);
    expect(healed?.personal?.[0]?.delta.head.l?.s).toBe(3);
    const edit = await storage.run('editMessage', { c, userId: a, s: 2, b: { x: 'hidden too' }, op: newOp() });
    expect([edit.delta?.rows, edit.personal[0]?.delta.rows?.[0]?.b]).toEqual([undefined, { x: 'hidden too' }]);
    const react = await storage.run('setReactions', { c, items: [{ userId: b, s: 2, e: '👍', op: newOp() }] });
    expect(react).toEqual({ answers: [{ code: 'NOT_FOUND' }], personal: [] });
    checkInvariants(await dumpChat(storage, c));
  });

  it('edits once per op, keeps the earlier text, refuses what it must', async () => {
    const { c, users } = await group(3);
    const [a, b, d] = people(users);
    const { s, at } = await sendOne(c, a, naming(b));
    const op = newOp();
    now += 1000;
    const body = { x: 'hey', at: [[0, 1, toMemberId(d)]] as [number, number, ReturnType<typeof toMemberId>][] };
    const edit = { c, userId: a, s, b: body, op };
    const change = await storage.run('editMessage', edit);
    expect(change).toMatchObject({
      r: 2,
      delta: { a: 1, b: 2, rows: [{ s, r: 2, b: body, m: [d], ed: now }], head: { n: 1 } },
    });
    expect(change.reads.toSorted((x, y) => x.state[5] - y.state[5])).toMatchObject([
      { userId: b, state: [c, 0, 0, 0, 0, 0, 2] },
      { userId: d, state: [c, 0, 0, 0, 0, 1, 2] },
    ]);
    await sendOne(c, b, textItem('between'));
    await storage.run('editMessage', { ...edit, b: { x: 'third' }, op: newOp() });
    expect(await storage.run('editMessage', edit)).toEqual({ r: 2, personal: [], reads: [] });
    const same = await storage.run('editMessage', { ...edit, b: { x: 'third' }, op: newOp() });
    expect([same.r, same.delta]).toEqual([4, undefined]);
    const { versions, messages } = await dumpChat(storage, c);
    expect(messages[0]?.body).toBe('{"x":"third"}');
    expect(versions.toSorted((x, y) => x.rev - y.rev).map((v) => [v.rev, v.at])).toEqual([
      [2, at],
      [4, now],
    ]);

    const refused = (input: Partial<typeof edit>) => storage.run('editMessage', { ...edit, op: newOp(), ...input });
    await expect(refused({ userId: b })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(refused({ s: 77 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await storage.run('unsendMessage', { c, userId: a, s, op: newOp() });
    await expect(refused({})).rejects.toMatchObject({ code: 'GONE' });
    const late = await sendOne(c, a, textItem('late'));
    now += limits.editWindowMs + 1;
    await expect(refused({ s: late.s })).rejects.toMatchObject({ code: 'WINDOW' });
    checkInvariants(await dumpChat(storage, c));
  });

  it('unsends: the place stays, everything in it goes', async () => {
    const { c, users } = await group(3);
    const [a, b, d] = people(users);
    const { s } = await sendOne(c, a, { ...naming(b), re: undefined });
    await storage.run('editMessage', { c, userId: a, s, b: { x: 'hey', at: [[0, 1, toMemberId(b)]] }, op: newOp() });
    await storage.run('setReactions', { c, items: [{ userId: d, s, e: '👍', op: newOp() }] });
    const op = newOp();
    const change = await storage.run('unsendMessage', { c, userId: a, s, op });
    expect(change.delta).toMatchObject({ head: { n: 1, l: { s, del: 1 } }, rows: [{ s, n: 1, del: now }] });
    expect(change.delta?.rows?.[0]).not.toHaveProperty('b');
    expect(change.delta?.rows?.[0]).not.toHaveProperty('rx');
    expect(change.reads).toMatchObject([{ userId: b, state: [c, 0, 0, 0, 0, 0, 3] }]);
    const dump = await dumpChat(storage, c);
    expect([dump.mentions, dump.versions, dump.reactions, dump.messages[0]?.body]).toEqual([[], [], [], '{}']);
    expect(await storage.run('unsendMessage', { c, userId: a, s, op })).toMatchObject({ r: change.r });
    const again = await storage.run('unsendMessage', { c, userId: a, s, op: newOp() });
    expect([again.r, again.delta]).toEqual([change.r, undefined]);
    const { s: other } = await sendOne(c, a, textItem('not yours'));
    await expect(storage.run('unsendMessage', { c, userId: b, s: other, op: newOp() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    now += limits.unsendWindowMs + 1;
    await expect(storage.run('unsendMessage', { c, userId: a, s: other, op: newOp() })).rejects.toMatchObject({
      code: 'WINDOW',
    });
    checkInvariants(dump);
  });

  it('sets reactions of a batch: one rev per message that changed, the last wish counts', async () => {
    const { c, users } = await group(3);
    const [a, b, d] = people(users);
    const { s: first } = await sendOne(c, a, textItem('1'));
    const { s: second } = await sendOne(c, a, textItem('2'));
    const op = newOp();
    const wish = (userId: UserId, s: number, e: string | null) => ({ userId, s, e, op: newOp() });
    const items = [
      wish(a, first, '👍'),
      { ...wish(b, first, '😂'), op },
      { ...wish(b, first, '😂'), op },
      wish(d, second, '👍'),
      wish(d, second, '❤️'),
      wish(a, 99, '👍'),
      wish((await group(1)).users[0] as UserId, first, '👍'),
    ];
    const output = await storage.run('setReactions', { c, items });
    expect(output.answers).toEqual([
      { r: 3 },
      { r: 3 },
      { r: 3 },
      { r: 4 },
      { r: 4 },
      { code: 'NOT_FOUND' },
      { code: 'NOT_MEMBER' },
    ]);
    expect(output.delta).toMatchObject({ a: 2, b: 4 });
    expect(output.delta?.rx).toEqual([
      [
        first,
        3,
        { '👍': 1, '😂': 1 },
        [
          [a, '👍'],
          [b, '😂'],
        ],
      ],
      [second, 4, { '❤️': 1 }, [[d, '❤️']]],
    ]);
    const back = await storage.run('setReactions', { c, items: [wish(b, first, null), wish(d, second, '❤️')] });
    expect(back.delta?.rx).toEqual([[first, 5, { '👍': 1 }, [[b, null]]]]);
    const late = await storage.run('setReactions', { c, items: [items[1] as (typeof items)[0]] });
    expect(late).toEqual({ answers: [{ r: 3 }], personal: [] });
    checkInvariants(await dumpChat(storage, c));
  });

  it('moves read marks forward only, and never beyond what is stored', async () => {
    const { c, users } = await group(3);
    const [a, b, d] = people(users);
    await send(c, a, [textItem('1'), textItem('2'), naming(b)]);
    await send(c, b, [textItem('4')]);
    const flush = async (...marks: [UserId, number][]) => {
      const output = await storage.run(
        'flushReads',
        marks.map(([userId, s]) => ({ c, userId, s })),
      );
      return output.reads.toSorted((x, y) => users.indexOf(x.userId) - users.indexOf(y.userId));
    };
    expect(await flush([b, 2], [b, 1], [d, 1_000_000])).toEqual([
      { userId: b, mid: b, state: [c, 2, 2, 1, 4, 1, 4], isNews: true },
      { userId: d, mid: d, state: [c, 4, 4, 0, 0, 0, 4], isNews: true },
    ]);
    expect(await flush([b, 1])).toMatchObject([{ state: [c, 2, 2, 1, 4, 1, 4], isNews: false }]);
    // Who repeats a mark may not have heard the answer, nor others the announcement.
    expect(await flush([b, 2])).toMatchObject([{ state: [c, 2, 2, 1, 4, 1, 4], isNews: true }]);
    await storage.runUnit(moveMember, { c, userId: d, state: memberState.left });
    expect(await flush([d, 5], [b, 3])).toMatchObject([{ userId: b, state: [c, 3, 3, 1, 4, 0, 5] }]);
    expect(await flush([b, 5])).toMatchObject([{ state: [c, 5, 4, 0, 4, 0, 5] }]);
    checkInvariants(await dumpChat(storage, c));
  });

  it('ends a mark as unread with the next read mark, but not with a late repeat of an old one', async () => {
    const { c, users } = await group(2);
    const [a, b] = people(users);
    await send(c, a, [textItem('1'), textItem('2')]);
    await storage.run('flushReads', [{ c, userId: b, s: 2 }]);
    const markUnread = writeUnit((tx) =>
      tx.sql('UPDATE members SET unread_from = 1, mver = mver + 1 WHERE chat_id = ? AND user_id = ?', [c, b]),
    );
    const ask = async () => {
      const member = (await dumpChat(storage, c)).members.find(({ user_id }) => user_id === b);
      return [member?.unread_from, member?.mver];
    };
    for (const clear of [
      () => storage.run('flushReads', [{ c, userId: b, s: 2 }]),
      () => send(c, b, [textItem('3')], 2),
    ]) {
      await storage.runUnit(markUnread, undefined);
      const [, before] = await ask();
      expect(await storage.run('flushReads', [{ c, userId: b, s: 1 }])).toMatchObject({ settings: [] });
      expect(await ask()).toEqual([1, before]);
      expect(await clear()).toMatchObject({ settings: [b] });
      expect(await ask()).toEqual([null, Number(before) + 1]);
    }
  });

  it('names changed messages below the live floor to a room without their content', async () => {
    const { c, users } = await group(3);
    const [a, b, late] = people(users);
    await storage.runUnit(moveMember, { c, userId: late, state: memberState.left });
    const { s } = await sendOne(c, a, textItem('old'));
    const { s: taken } = await sendOne(c, a, textItem('old, taken back'));
    await storage.runUnit(moveMember, { c, userId: late, state: memberState.joined });
    const edit = await storage.run('editMessage', { c, userId: a, s, b: { x: 'old, edited' }, op: newOp() });
    expect(edit.delta).toMatchObject({ touch: [[s, edit.r]] });
    expect(edit.delta?.rows).toBeUndefined();
    const unsend = await storage.run('unsendMessage', { c, userId: a, s: taken, op: newOp() });
    expect(unsend.delta?.rows).toMatchObject([{ s: taken, del: now }]);
    const react = (userId: UserId) => storage.run('setReactions', { c, items: [{ userId, s, e: '👍', op: newOp() }] });
    expect((await react(b)).delta?.rx).toMatchObject([[s, unsend.r + 1, { '👍': 1 }, [[b, '👍']]]]);
    expect((await react(late)).answers).toEqual([{ code: 'NOT_FOUND' }]);
    const reply = await send(c, late, [textItem('reply', { re: s })]);
    expect(reply.answers[0]).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
}
