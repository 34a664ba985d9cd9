import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { doors } from '#protocol/handshake.ts';
import { toOpId } from '#protocol/casts.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import { ask, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { patienceMs } from '#testing/patience.ts';

const op = () => toOpId(randomUUID());
type Seen = [number, number, number?];

interface Line {
  person: TestPerson;
  socket: Socket;
  /** what was heard of who is here */
  seen: Seen[];
  version: number;
}

let server: TestServer;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function connect(label: string): Promise<Line> {
  count += 1;
  const person = await server.person(`${label}${count}`);
  // Nobody is here before they say so.
  const socket = await server.connect(person, { vis: 0 });
  const line: Line = { person, socket, seen: [], version: 0 };
  socket.on(doors.signal, (name: string, data: unknown) => {
    if (name === 'pres') line.seen.push(...(data as Seen[]));
  });
  await get(line, 'sync.open', { u: 0, have: [] });
  return line;
}

async function get<Name extends RequestName>(
  line: Line,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await ask(line.socket, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.msg ?? ''}`);
  return answer.data;
}

/** Declares what a line shows; `vis` decides whether its person is here. */
const view = (line: Line, watch: Line[], vis: 0 | 1 = 1) =>
  get(line, 'view.set', { v: (line.version += 1), open: [], pres: watch.map(({ person }) => person.userId), vis });

const relate = (line: Line, other: Line, state: number) =>
  get(line, 'contact.set', { user: other.person.userId, state, op: op() });

const choose = (line: Line, word: string) =>
  get(line, 'pref.set', { key: 'presence', val: JSON.stringify(word), op: op() });

const becomes = (read: () => unknown, value: unknown) =>
  expect.poll(read, { timeout: patienceMs, interval: 10 }).toEqual(value);

/** What is settled by now: two more round trips of the watcher, whose answers come after what was pushed before. */
async function settle(line: Line): Promise<void> {
  for (let trip = 0; trip < 2; trip += 1) await get(line, 'heartbeat', {});
}

type Kind = 'friend' | 'partner' | 'stranger' | 'blocked';

/** Somebody with a watcher of a kind. Friend: added by them. Partner: only a 1:1 chat. Blocked: a friend with a chat before. */
async function meet(kind: Kind): Promise<{ person: Line; watcher: Line }> {
  const [person, watcher] = [await connect('person'), await connect('watcher')];
  if (kind !== 'stranger' && kind !== 'friend') {
    await get(watcher, 'chat.create', { i: op(), kind: chatKind.dm, users: [person.person.userId] });
  }
  if (kind === 'friend') await relate(person, watcher, contactState.friend);
  if (kind === 'blocked') await relate(person, watcher, contactState.blocked);
  // Being added by the watcher gives no right.
  await relate(watcher, person, contactState.friend);
  return { person, watcher };
}

const rules: [string | undefined, Kind, boolean][] = [
  [undefined, 'friend', true],
  [undefined, 'partner', true],
  [undefined, 'stranger', false],
  [undefined, 'blocked', false],
  ['everyone', 'friend', true],
  ['everyone', 'partner', true],
  ['everyone', 'stranger', false],
  ['everyone', 'blocked', false],
  ['friends', 'friend', true],
  ['friends', 'partner', false],
  ['friends', 'stranger', false],
  ['friends', 'blocked', false],
  ['nobody', 'friend', false],
  ['nobody', 'partner', false],
  ['nobody', 'stranger', false],
  ['nobody', 'blocked', false],
];

describe('who may see when a person is here', () => {
  it.each(rules)('set to %s: a %s sees %s, in answers', async (word, kind, may) => {
    const { person, watcher } = await meet(kind);
    if (word !== undefined) await choose(person, word);
    await view(person, []);
    await view(watcher, [person]);
    await settle(watcher);
    expect(watcher.seen).toEqual(may ? [[person.person.userId, 1]] : []);
  });

  it.each(rules)('set to %s: a %s sees %s, in pushes', async (word, kind, may) => {
    const { person, watcher } = await meet(kind);
    if (word !== undefined) await choose(person, word);
    await view(watcher, [person]);
    await settle(watcher);
    expect(watcher.seen).toEqual(may ? [[person.person.userId, 0]] : []);
    await view(person, []);
    if (may) await becomes(() => watcher.seen.length, 2);
    await settle(watcher);
    expect(watcher.seen.slice(1)).toEqual(may ? [[person.person.userId, 1]] : []);
  });

  it('takes a choice for those who watch already, both ways', async () => {
    const { person, watcher } = await meet('partner');
    const id = person.person.userId;
    await view(person, []);
    await view(watcher, [person]);
    await becomes(() => watcher.seen, [[id, 1]]);
    await choose(person, 'friends');
    await becomes(() => watcher.seen.at(-1), [id, 0]);
    await choose(person, 'nobody');
    await choose(person, 'everyone');
    await becomes(() => watcher.seen.at(-1), [id, 1]);
    expect(watcher.seen).toHaveLength(3);
  });

  it('takes a block, and an end of a friendship, for those who watch already', async () => {
    const { person, watcher } = await meet('friend');
    const id = person.person.userId;
    await choose(person, 'friends');
    await view(person, []);
    await view(watcher, [person]);
    await becomes(() => watcher.seen, [[id, 1]]);
    await relate(person, watcher, contactState.removed);
    await becomes(() => watcher.seen.at(-1), [id, 0]);
    await relate(person, watcher, contactState.friend);
    await becomes(() => watcher.seen.at(-1), [id, 1]);
    await relate(person, watcher, contactState.blocked);
    await becomes(() => watcher.seen.at(-1), [id, 0]);
    expect(watcher.seen.every(([, , at]) => at === undefined)).toBe(true);
  });

  it.each(['"family"', '"Everyone"', '"nobody" ', 'null', '1', '["nobody"]', '{}', ''])('refuses %j', async (val) => {
    const person = await connect('person');
    const answer = await ask(person.socket, 'pref.set', { key: 'presence', val, op: op() });
    expect(answer).toMatchObject({ ok: false, code: 'BAD' });
  });
});
