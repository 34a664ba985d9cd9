import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import { rateLimits } from '#server/transport/rateLimits.ts';
import { cheapLimits, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';

/*
 * Looking for invite links by trying. Codes have 128 bits, so nobody finds one; but nobody may make a hobby of it either, neither from one address with many
 * accounts nor with one account.
 */
let server: TestServer;
let ana: TestPerson;
let c: ChatId;
const clockMs = 1_700_000_000_000;
const op = () => toOpId(crypto.randomUUID());
const guess = () => crypto.randomUUID().replaceAll('-', '');

beforeAll(async () => {
  const wide = { burst: 10_000, everyMs: 1 };
  const limits = { password: cheapLimits.password, rate: { 'link.peek': wide, ip: wide } };
  server = await startTestServer({ now: () => clockMs, limits });
  ana = await server.person('ana');
  const made = await server.rpc(ana, 'chat.create', {
    i: op(),
    kind: chatKind.group,
    title: 'g',
    users: [(await server.person('ben')).userId],
  });
  if (!made.ok) throw new Error(made.code);
  c = made.data.chat.h.c;
});
afterAll(() => server.close());

it('an address that guesses is refused after a while, whatever accounts it uses; then a hit says nothing either', async () => {
  const made = await server.rpc(ana, 'link.create', { c, op: op() });
  if (!made.ok) throw new Error(made.code);
  const { code } = made.data.link;
  const crowd = [await server.person('mallory'), await server.person('mallet')];
  // What is found costs nothing: a class of thirty that comes by one code is no attack.
  for (let at = 0; at < rateLimits.linkIp.burst * 2; at += 1)
    expect(await server.rpc(crowd[at % 2]!, 'link.peek', { code })).toMatchObject({ ok: true });
  for (let at = 0; at < rateLimits.linkIp.burst; at += 1)
    expect(await server.rpc(crowd[at % 2]!, 'link.peek', { code: guess() })).toMatchObject({ code: 'GONE' });
  for (const person of crowd) {
    const refused = { ok: false, code: 'RATE', retry: expect.any(Number) };
    expect(await server.rpc(person, 'link.peek', { code: guess() })).toMatchObject(refused);
    expect(await server.rpc(person, 'link.use', { code: guess(), op: op() })).toMatchObject(refused);
    expect(await server.rpc(person, 'link.peek', { code })).toMatchObject(refused);
    expect(await server.rpc(person, 'link.use', { code, op: op() })).toMatchObject(refused);
  }
});
