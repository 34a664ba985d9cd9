import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { Ack } from '#protocol/errors.ts';
import { doors } from '#protocol/handshake.ts';
import { chatIdSchema, type ChatId, type MemberId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { requests, type RequestDefinitions, type RequestName } from '#protocol/requests.ts';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { fillIds } from '#testing/fillIds.ts';
import { ask, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { patienceMs } from '#testing/patience.ts';

/*
 * Somebody who is not in a chat, never was, was removed, or has left, aims every request that takes a chat id, wherever it stands in the input, at that chat.
 * He must be answered exactly as for a chat that does not exist, must see nothing of it, and must change nothing in it.
 */
const secret = 'the-secret-text';
const title = 'the-secret-title';
const nowhere = 4_503_599_627_370_497;

let server: TestServer;
let ana: TestPerson;
/** Nobody of them is in a chat now. The second and the third were in the group and in the community. */
const outsiders = ['stranger', 'removed', 'left'] as const;
let outside: Record<(typeof outsiders)[number], TestPerson>;
/** A 1:1 chat and a group, both of Ana and Budi, a community of Ana's that is closed to strangers, and a room of it. */
let chats: ChatId[];

const data = <T>(ack: Ack<T>): T => {
  if (!ack.ok) throw new Error(`refused: ${ack.code} ${ack.msg ?? ''}`);
  return ack.data;
};

beforeAll(async () => {
  server = await startTestServer();
  const budi = await server.person('budi');
  ana = await server.person('ana');
  outside = {
    stranger: await server.person('mallory'),
    removed: await server.person('removed'),
    left: await server.person('left'),
  };
  const make = async (kind: 1 | 2) => {
    const i = crypto.randomUUID() as never;
    const { chat } = data(
      await server.rpc(ana, 'chat.create', {
        i,
        kind,
        users: [budi.userId],
        ...(kind === chatKind.group ? { title } : {}),
      }),
    );
    return chat.h.c;
  };
  const community = await makeCommunity();
  const op = crypto.randomUUID() as never;
  const { room } = data(await server.rpc(ana, 'room.create', { c: community, title, op }));
  chats = [await make(chatKind.dm), await make(chatKind.group), community, room];
  await comeAndGo(chats[1] as ChatId);
  for (const c of chats) {
    const items = [{ i: crypto.randomUUID() as never, k: 1 as const, b: { x: secret } }];
    data(await server.rpc(ana, 'message.send', { c, items }));
  }
});
afterAll(() => server.close());

/** A community that strangers cannot enter any more: two people came in while it was open, one was removed and one has left. */
async function makeCommunity(): Promise<ChatId> {
  const op = () => crypto.randomUUID() as never;
  const input = { title, about: 'the-secret-about', nn: 'the-secret-name', set: { join: joinMode.open } };
  const { c } = data(await server.rpc(ana, 'community.create', { ...input, op: op() })).chat.h;
  for (const name of ['removed', 'left'] as const) {
    data(await server.rpc(outside[name], 'community.join', { c, nn: name, op: op() }));
    const items = [{ i: op(), k: 1 as const, b: { x: 'while they were here' } }];
    data(await server.rpc(outside[name], 'message.send', { c, items }));
  }
  const { items: members } = data(await server.rpc(ana, 'members.list', { c, range: [0, 10] }));
  const mid = members.find(({ nn }) => nn === 'removed')?.u as MemberId;
  data(await server.rpc(ana, 'chat.kick', { c, members: [mid], op: op() }));
  data(await server.rpc(outside.left, 'chat.leave', { c, op: op() }));
  data(await server.rpc(ana, 'chat.settings', { c, set: { join: null }, op: op() }));
  return c;
}

/** Two people join the group; one is removed and one leaves. */
async function comeAndGo(c: ChatId): Promise<void> {
  const { removed, left } = outside;
  const op = () => crypto.randomUUID() as never;
  data(await server.rpc(ana, 'chat.invite', { c, users: [removed.userId, left.userId], op: op() }));
  const items = [{ i: crypto.randomUUID() as never, k: 1 as const, b: { x: 'while they were here' } }];
  data(await server.rpc(removed, 'message.send', { c, items }));
  data(await server.rpc(ana, 'chat.kick', { c, members: [toMemberId(removed.userId)], op: op() }));
  data(await server.rpc(left, 'chat.leave', { c, op: op() }));
}

const aimed: [RequestName, RequestDefinitions][] = Object.values(requests)
  .filter((definition) => samples(definition, chatIdSchema.parse(1)).length > 0)
  .map((definition) => [definition.name, definition]);

/** Valid inputs that hold the chat id in at least one place. */
function samples(definition: RequestDefinitions, c: number): unknown[] {
  return fc
    .sample(arbitraryInput(definition.input), { numRuns: 10, seed: 11 })
    .map((input) => fillIds(definition.input, input, chatIdSchema, c))
    .filter(({ places }) => places > 0)
    .map(({ input }) => input);
}

/** The state that nobody but a member may change. */
async function readState(): Promise<string> {
  const states = await Promise.all(
    chats.map(async (c) => [
      data(await server.rpc(ana, 'history.get', { c, after: 0, limit: 100 })),
      data(await server.rpc(ana, 'members.list', { c, range: [0, 100] })),
    ]),
  );
  return JSON.stringify(states);
}

describe('requests that take a chat', () => {
  it('are most of the registry', () => {
    expect(aimed.length).toBeGreaterThan(12);
  });

  const cases = outsiders.flatMap((who) => aimed.map(([name, definition]) => [name, who, definition] as const));
  it.each(cases)('%s tells and does nothing for somebody who is out: %s', async (name, who, definition) => {
    const socket = await server.connect(outside[who]);
    const before = await readState();
    // An op or cid of its own for every try, or the second would only repeat the first.
    const send = (input: unknown) =>
      socket.timeout(patienceMs).emitWithAck(doors.request, name, freshIds(input)) as Promise<Ack<unknown>>;
    const fake = samples(definition, nowhere);
    for (const c of chats) {
      // Together, because some requests are answered only with the next batch.
      const tries = samples(definition, c).map((input, n) => Promise.all([send(input), send(fake[n])]));
      for (const [answer, expected] of await Promise.all(tries)) {
        expect(JSON.stringify(answer)).not.toMatch(/the-secret/);
        if (mayStill(name, who, c)) expect(answer).toMatchObject({ ok: true, data: {} });
        else expect(neutral(answer, c)).toEqual(neutral(expected, nowhere));
        if (!answer.ok) expect([...definition.errors, 'BAD']).toContain(answer.code);
      }
    }
    expect(await readState()).toBe(before);
    socket.disconnect();
  });

  it.each(outsiders)('cannot be used to listen in: nothing reaches the socket of who is out: %s', async (who) => {
    const socket = await server.connect(outside[who]);
    const heard: string[] = [];
    socket.onAny((...event: unknown[]) => heard.push(JSON.stringify(event)));
    for (const [name, definition] of aimed) {
      const inputs = chats.flatMap((c) => samples(definition, c));
      await Promise.all(
        inputs.map((input) => socket.timeout(patienceMs).emitWithAck(doors.request, name, freshIds(input))),
      );
    }
    for (const c of chats) {
      await server.rpc(ana, 'message.send', {
        c,
        items: [{ i: crypto.randomUUID() as never, k: 1, b: { x: secret } }],
      });
    }
    // A round trip after the sends: whatever was emitted to this socket has arrived before its answer.
    await ask(socket, 'heartbeat', {});
    expect(heard.filter((line) => line.includes('the-secret') || chats.some((c) => line.includes(`"c":${c}`)))).toEqual(
      [],
    );
    socket.disconnect();
  });
});

/** What is left to somebody who was removed from a group or community: to ask its admins, and to see what he asked. The answers tell nothing of the chat. A room is none of these: it is its community that one asks. */
const mayStill = (name: RequestName, who: (typeof outsiders)[number], c: ChatId): boolean =>
  (name === 'appeal.create' || name === 'appeal.get') && who === 'removed' && (c === chats[1] || c === chats[2]);

/** Replaces every id that makes a command unique. */
function freshIds(input: unknown): unknown {
  const text = JSON.stringify(input, (key, value: unknown) =>
    key === 'op' || key === 'i' ? crypto.randomUUID() : value,
  );
  return JSON.parse(text);
}

/** An answer without the ids that differ between two tries, and without the time. */
function neutral(answer: Ack<unknown>, c: number): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) =>
    key === 'i' || key === 't' || key === 'at' ? 0 : value,
  );
  return JSON.parse(text.replaceAll(String(c), '1'));
}
