import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { doors } from '#protocol/handshake.ts';
import { loneEpoch } from '#protocol/loneEpoch.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toCid, toOpId } from '#protocol/casts.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import { ask, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { patienceMs } from '#testing/patience.ts';

const op = () => toOpId(randomUUID());

/** A socket whose deltas and signals are kept. */
interface Line {
  person: TestPerson;
  socket: Socket;
  deltas: Delta[];
  signals: [string, unknown][];
}

let server: TestServer;

async function connect(handle: string): Promise<Line> {
  const person = await server.person(handle);
  const socket = await server.connect(person);
  const line: Line = { person, socket, deltas: [], signals: [] };
  socket.on(doors.delta, (deltas: Delta[]) => line.deltas.push(...deltas));
  socket.on(doors.signal, (name: string, data: unknown) => line.signals.push([name, data]));
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

const send = (line: Line, c: ChatId, x: string) =>
  get(line, 'message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b: { x } }] });

/** Waits for what arrives by itself. */
const arrives = (check: () => void) =>
  expect
    .poll(
      () => {
        try {
          check();
          return true;
        } catch {
          return false;
        }
      },
      { timeout: patienceMs, interval: 10 },
    )
    .toBe(true);

const hasSignal = (line: Line, name: string) => line.signals.some(([known]) => known === name);

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('over real sockets', () => {
  it('delivers a first message to somebody who did not know the chat', async () => {
    const [ana, ben] = [await connect('ana1'), await connect('ben1')];
    const { chat } = await get(ana, 'chat.create', { i: op(), kind: chatKind.dm, users: [ben.person.userId] });
    const { c } = chat.h;
    await arrives(() => expect(hasSignal(ben, 'ue')).toBe(true));
    const answer = await send(ana, c, 'hello');
    expect(answer.items[0]).toMatchObject({ s: 2, r: 2, n: 1 });
    await arrives(() => expect(ben.deltas.at(-1)?.rows?.[0]?.b).toEqual({ x: 'hello' }));
    await arrives(() => expect(ana.deltas.at(-1)?.b).toBe(2));
    expect(ben.deltas.at(-1)).toMatchObject({ c, a: 1, b: 2, head: { rev: 2, n: 1 } });
    const marked = await get(ben, 'read.mark', { items: [[c, 2]] });
    expect(marked.items).toEqual([[c, 2, 1, 0, 0, 0, 2]]);
    await arrives(() =>
      expect(ana.signals.find(([name]) => name === 'pr')?.[1]).toMatchObject({ c, u: ben.person.userId, rs: 2 }),
    );
  });

  it('takes somebody who is removed out of the room before the next message', async () => {
    const [ana, ben, eva] = [await connect('ana2'), await connect('ben2'), await connect('eva2')];
    const users = [ben.person.userId, eva.person.userId];
    const { chat } = await get(ana, 'chat.create', { i: op(), kind: chatKind.group, title: 'Trip', users });
    const { c } = chat.h;
    await arrives(() => expect([ana, ben, eva].every((line) => hasSignal(line, 'ue'))).toBe(true));
    await send(ana, c, 'one');
    await arrives(() => expect(eva.deltas.some(({ rows }) => rows?.[0]?.b?.['x'] === 'one')).toBe(true));
    const before = eva.deltas.length;
    await get(ana, 'chat.kick', { c, members: [eva.person.userId as never], op: op() });
    await send(ana, c, 'two');
    await arrives(() => expect(ben.deltas.some(({ rows }) => rows?.[0]?.b?.['x'] === 'two')).toBe(true));
    await arrives(() =>
      expect(
        eva.signals.some(
          ([name, data]) => name === 'ue' && (data as { set: { gone?: number[] } }).set.gone?.includes(c),
        ),
      ).toBe(true),
    );
    expect(eva.deltas.length).toBe(before);
    expect(
      await ask(eva.socket, 'message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b: { x: 'no' } }] }),
    ).toMatchObject({
      ok: true,
      data: { items: [{ code: 'NOT_MEMBER' }] },
    });
  });

  it('shows receipts, typing and presence to those who look', async () => {
    const [ana, ben] = [await connect('ana3'), await connect('ben3')];
    const { chat } = await get(ana, 'chat.create', {
      i: op(),
      kind: chatKind.group,
      title: 'Two',
      users: [ben.person.userId],
    });
    const { c } = chat.h;
    await get(ana, 'chat.create', { i: op(), kind: chatKind.dm, users: [ben.person.userId] });
    await arrives(() => expect(hasSignal(ana, 'ue') && hasSignal(ben, 'ue')).toBe(true));
    const { items } = await send(ana, c, 'seen?');
    const seq = (items[0] as { s: number }).s;
    const view = await get(ana, 'view.set', { v: 1, open: [c], pres: [ben.person.userId], vis: 1 });
    expect(view).toMatchObject({ revs: [[c, seq]], rc: [[c, [[seq, 0]]]] });
    await arrives(() => expect(ana.signals).toContainEqual(['pres', [[ben.person.userId, 1]]]));
    ben.socket.emit(doors.signal, 'typing', { c });
    await arrives(() => expect(ana.signals).toContainEqual(['typing', { c, us: [ben.person.userId] }]));
    await get(ben, 'read.mark', { items: [[c, seq]] });
    await arrives(() =>
      expect(ana.signals.findLast(([name]) => name === 'rc')?.[1]).toMatchObject({ c, steps: [[seq, 1]] }),
    );
  });

  it('ends the older connection of a device once the newer one is up to date', async () => {
    const old = await connect('ana4');
    const socket = await server.connect(old.person, { conn: 'newer', epoch: 1 });
    expect(old.socket.connected).toBe(true);
    await ask(socket, 'sync.open', { u: 0, have: [] });
    await arrives(() => expect(old.signals).toContainEqual(['kick', { code: 'ELSEWHERE', conn: 'newer' }]));
    await arrives(() => expect(old.socket.connected).toBe(false));
    expect(socket.connected).toBe(true);
  });

  it('leaves connections of a device that stand alone beside each other and beside the leading one', async () => {
    const leading = await connect('ana6');
    const open = async (conn: string, epoch: number) => {
      const socket = await server.connect(leading.person, { conn, epoch });
      await ask(socket, 'sync.open', { u: 0, have: [] });
      return socket;
    };
    const lone = [await open('lone-1', loneEpoch), await open('lone-2', loneEpoch)];
    const next = await open('next', 2);
    await arrives(() => expect(leading.socket.connected).toBe(false));
    expect([...lone, next].map(({ connected }) => connected)).toEqual([true, true, true]);
    expect(leading.signals).toContainEqual(['kick', { code: 'ELSEWHERE', conn: 'next' }]);
    expect(await ask(lone[0] as never, 'heartbeat', {})).toMatchObject({ ok: true });
  });

  it('repeats a read mark for all devices of a person', async () => {
    const [ana, ben] = [await connect('ana5'), await connect('ben5')];
    const other = await server.connect(await server.device(ben.person));
    const heard: unknown[] = [];
    other.on(doors.signal, (name: string, data: unknown) => heard.push([name, data]));
    await ask(other, 'sync.open', { u: 0, have: [] });
    const { chat } = await get(ana, 'chat.create', { i: op(), kind: chatKind.dm, users: [ben.person.userId] });
    const { items } = await send(ana, chat.h.c, 'one');
    const seq = (items[0] as { s: number }).s;
    await get(ben, 'read.mark', { items: [[chat.h.c, seq]] });
    await arrives(() => expect(heard).toContainEqual(['rd', [[chat.h.c, seq, 1, 0, 0, 0, seq]]]));
  });
});
