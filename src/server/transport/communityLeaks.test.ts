import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { Ack } from '#protocol/errors.ts';
import { doors } from '#protocol/handshake.ts';
import { chatIdSchema, memberIdSchema, userIdSchema, type ChatId, type MemberId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { requests, type RequestDefinitions } from '#protocol/requests.ts';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { fillIds } from '#testing/fillIds.ts';
import { patienceMs } from '#testing/patience.ts';
import { ask, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';

/*
 * In a community nobody learns which account a member is. Members of every role aim every request of the registry at the community and at each other, and
 * whatever they are answered and told in the meantime is searched for the accounts of the others: their ids, handles and names.
 */
let server: TestServer;
let people: TestPerson[];
let c: ChatId;
let room: ChatId;
let mids: MemberId[];
/** Everything that reached each person. */
const heard: string[][] = [];

const op = () => crypto.randomUUID() as never;
const data = <T>(ack: Ack<T>): T => {
  if (!ack.ok) throw new Error(`refused: ${ack.code} ${ack.msg ?? ''}`);
  return ack.data;
};

beforeAll(async () => {
  server = await startTestServer();
  people = [];
  for (const handle of ['accountone', 'accounttwo', 'accountthree']) people.push(await server.person(handle));
  const [owner, ...others] = people as [TestPerson, ...TestPerson[]];
  const set = { join: joinMode.open, listed: 1 as const, peek: 1 as const, lines: 1 as const };
  c = data(await server.rpc(owner, 'community.create', { op: op(), title: 'Place', nn: 'Owl', set })).chat.h.c;
  for (const [index, person] of others.entries())
    data(await server.rpc(person, 'community.join', { c, nn: `Bird ${index}`, op: op() }));
  room = data(await server.rpc(owner, 'room.create', { c, title: 'Room', op: op() })).room;
  const { items } = data(await server.rpc(owner, 'members.list', { c, range: [0, 10] }));
  mids = ['Owl', 'Bird 0', 'Bird 1'].map((name) => items.find(({ nn }) => nn === name)?.u as MemberId);
});
afterAll(() => server.close());

/** Valid inputs aimed at the community, or a room of it, and at one member, wherever a chat, a member or a person is named. */
function samples(definition: RequestDefinitions, mid: MemberId, place: ChatId): unknown[] {
  return fc.sample(arbitraryInput(definition.input), { numRuns: 6, seed: 5 }).map((input) => {
    const inChat = fillIds(definition.input, input, chatIdSchema, place).input;
    const atMember = fillIds(definition.input, inChat, memberIdSchema, mid).input;
    return freshIds(fillIds(definition.input, atMember, userIdSchema, mid).input);
  });
}
const freshIds = (input: unknown): unknown =>
  JSON.parse(
    JSON.stringify(input, (key, value: unknown) => (key === 'op' || key === 'i' ? crypto.randomUUID() : value)),
  );

/** Acts that would end the scene: the owner who goes, the account or session that ends, and those by which accounts are to meet (they have a test of their own below). */
const ending = new Set([
  'chat.leave',
  'community.close',
  'connect.answer',
  'connect.ask',
  'device.revoke',
  'account.password',
  'account.update',
  'auth.renew',
]);
const asked = Object.values(requests).filter(({ name }) => !ending.has(name));

describe('accounts behind members', () => {
  it('have other numbers than their members', () => {
    expect(new Set([...mids, ...people.map(({ userId }) => userId)]).size).toBe(6);
    expect(mids.every((mid) => Number.isSafeInteger(mid) && mid > 0)).toBe(true);
  });

  it('are in no answer and no event, whatever their co-members ask for', { timeout: patienceMs * 20 }, async () => {
    const sockets = await Promise.all(people.map((person) => server.connect(person)));
    for (const [index, socket] of sockets.entries()) {
      heard[index] = [];
      socket.onAny((...event: unknown[]) => heard[index]?.push(JSON.stringify(event)));
      await ask(socket, 'sync.open', { u: 0, have: [] });
      await ask(socket, 'view.set', { v: 1, open: [c, room], pres: [], vis: 1 });
    }
    let answered = 0;
    for (const [index, socket] of sockets.entries()) {
      for (const definition of asked) {
        const inputs = [c, room].flatMap((place) => mids.flatMap((mid) => samples(definition, mid, place)));
        const answers = await Promise.all(
          inputs.map((input) => socket.timeout(patienceMs).emitWithAck(doors.request, definition.name, input)),
        );
        answered += answers.filter((answer: Ack<unknown>) => answer.ok).length;
        heard[index]?.push(...answers.map((answer: Ack<unknown>) => JSON.stringify(answer)));
      }
      const at: [number, number, MemberId][] = mids.map((mid, place) => [place * 2, 1, mid]);
      const items = [{ i: op(), k: 1 as const, b: { x: 'a b c d', at } }];
      for (const place of [c, room]) await server.rpc(people[index] as TestPerson, 'message.send', { c: place, items });
    }
    for (const socket of sockets) await ask(socket, 'heartbeat', {});
    expect(answered).toBeGreaterThan(100);
    for (const [index, lines] of heard.entries()) {
      const others = people.filter((_, other) => other !== index);
      const secrets = others.flatMap(({ userId, handle }) => [String(userId), handle]);
      for (const line of lines) for (const secret of secrets) expect(line.includes(secret) ? line : '').toBe('');
    }
    for (const socket of sockets) socket.disconnect();
  });

  it('meet only when both want it: before that nothing of them travels, afterwards only between the two', async () => {
    const [owner, asking, third] = people as [TestPerson, TestPerson, TestPerson];
    const set = { join: joinMode.open };
    const made = await server.rpc(owner, 'community.create', { op: op(), title: 'Other place', nn: 'Owl', set });
    const other = data(made).chat.h.c;
    for (const [person, nn] of [
      [asking, 'Dew'],
      [third, 'Fern'],
    ] as const)
      data(await server.rpc(person, 'community.join', { c: other, nn, op: op() }));
    const { items: members } = data(await server.rpc(owner, 'members.list', { c: other, range: [0, 10] }));
    const midOf = (name: string) => members.find(({ nn }) => nn === name)?.u as MemberId;
    const secrets = [String(asking.userId), asking.handle];
    const sockets = await Promise.all([owner, third].map((person) => server.connect(person)));
    const lines: string[] = [];
    for (const socket of sockets) {
      socket.onAny((...event: unknown[]) => lines.push(JSON.stringify(event)));
      await ask(socket, 'sync.open', { u: 0, have: [] });
    }
    const asked = await server.rpc(asking, 'connect.ask', { c: other, member: midOf('Owl'), op: op() });
    expect(data(asked)).toEqual({ state: 'asked' });
    const listed = data(await server.rpc(owner, 'connect.list', {}));
    expect(listed.items).toMatchObject([{ c: other, u: midOf('Dew'), nn: 'Dew', title: 'Other place' }]);
    expect(data(await server.rpc(third, 'connect.list', {})).items).toEqual([]);
    lines.push(JSON.stringify(listed));
    for (const person of [owner, third]) {
      expect(data(await server.rpc(person, 'users.get', { ids: [asking.userId] })).items).toEqual([]);
      lines.push(JSON.stringify(await server.rpc(person, 'contact.requests', {})));
    }
    for (const socket of sockets) await ask(socket, 'heartbeat', {});
    for (const line of lines) for (const secret of secrets) expect(line.includes(secret) ? line : '').toBe('');
    const answer = { c: other, member: midOf('Dew'), accept: true, op: op() };
    expect(data(await server.rpc(owner, 'connect.answer', answer))).toEqual({});
    const cards = data(await server.rpc(owner, 'users.get', { ids: [asking.userId] })).items;
    expect(cards).toMatchObject([{ handle: asking.handle }]);
    expect(data(await server.rpc(third, 'users.get', { ids: [asking.userId] })).items).toEqual([]);
    for (const socket of sockets) socket.disconnect();
  });

  it('cannot be reached by the number of a member', async () => {
    const [owner] = people as [TestPerson];
    const mid = mids[1] as MemberId;
    const asUser = mid as never;
    expect(data(await server.rpc(owner, 'users.get', { ids: [asUser] })).items).toEqual([]);
    for (const [name, input] of [
      ['contact.set', { user: asUser, state: 1, op: op() }],
      ['chat.create', { i: op(), kind: 1, users: [asUser] }],
      ['chat.create', { i: op(), kind: 2, title: 'x', users: [asUser] }],
    ] as const)
      expect(await server.rpc(owner, name as never, input as never)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(toMemberId(mid)).toBe(mid);
  });
});
