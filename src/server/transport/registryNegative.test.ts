import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '#protocol/errors.ts';
import { doors } from '#protocol/handshake.ts';
import { requests, type RequestDefinitions, type RequestName } from '#protocol/requests.ts';
import { accessTokenMs } from '#server/services/accounts/accessTokens.ts';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { generalCodes } from '#testing/generalCodes.ts';
import { mutateInput } from '#testing/mutateInput.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { patienceMs } from '#testing/patience.ts';

/*
 * What must be refused, for every request of the registry without naming one: no token, an ended or foreign one, a device that was logged out,
 * an older engine, the wrong door, wrong shapes, and a repeat that would do something twice.
 */
let server: TestServer;
let person: TestPerson;
let clockMs = 1_700_000_000_000;
beforeAll(async () => {
  server = await startTestServer({ now: () => clockMs });
  person = await server.person('ana');
});
afterAll(() => server.close());

const all: RequestDefinitions[] = Object.values(requests);
const byName = all.map((definition) => [definition.name, definition] as const);
const samples = (definition: RequestDefinitions, count: number) =>
  fc.sample(arbitraryInput(definition.input), { numRuns: count, seed: 7 });
const ask = (name: string, input: unknown, token = person.token) =>
  server.rpc({ token }, name as RequestName, input as never) as Promise<Ack<unknown>>;

describe.each(byName)('%s', (name, definition) => {
  it('is refused without a token, with an ended one and with one of another key', async () => {
    const [input] = samples(definition, 1);
    const issued = await server.tools.accessTokens.issue({
      userId: person.userId,
      deviceId: person.deviceId,
      sessionId: 'x',
    });
    const [head, body, seal = ''] = issued.token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const flipped = `${head}.${body}.${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`;
    for (const token of ['', 'x', unsigned, flipped]) {
      expect(await ask(name, input, token)).toMatchObject({ ok: false, code: 'UNAUTH' });
    }
    clockMs += accessTokenMs;
    expect(await ask(name, input)).toMatchObject({ ok: false, code: 'UNAUTH' });
    clockMs -= accessTokenMs;
    // A well-made token of a session that does not exist.
    expect(await ask(name, input, issued.token)).toMatchObject(
      definition.via === 'socket' ? { ok: false, code: 'BAD' } : { ok: false, code: 'REVOKED' },
    );
  });

  it('is refused with one thing wrong in its input', async () => {
    const socket = await server.connect(person);
    let refused = 0;
    for (const input of samples(definition, 3)) {
      for (const variant of mutateInput(input)) {
        // What is larger than a frame ends the connection instead; that has a test of its own.
        if (definition.input.safeParse(variant).success || Buffer.byteLength(JSON.stringify(variant)) > 200_000)
          continue;
        refused += 1;
        const ack = (await socket.timeout(patienceMs).emitWithAck(doors.request, name, variant)) as Ack<unknown>;
        expect(ack).toMatchObject({ ok: false, code: 'BAD' });
      }
    }
    expect(refused).toBeGreaterThan(3);
    socket.disconnect();
  });

  it('answers nobody whose device was logged out', async () => {
    const gone = await server.device(person);
    const [input] = samples(definition, 1);
    if (definition.via === 'both') {
      // Once before, so that the guard remembers the session as alive.
      const before = await server.rpc(gone, 'heartbeat', {});
      expect(before.ok).toBe(true);
    }
    await server.rpc(person, 'device.revoke', { id: gone.deviceId, op: crypto.randomUUID() as never });
    const code = definition.via === 'both' ? 'REVOKED' : 'BAD';
    expect(await ask(name, input, gone.token)).toMatchObject({ ok: false, code });
  });

  it(definition.via === 'socket' ? 'is refused over HTTP' : 'is served over HTTP', async () => {
    for (const input of samples(definition, 3)) {
      const ack = await ask(name, input);
      if (definition.via === 'socket') expect(ack).toMatchObject({ ok: false, code: 'BAD' });
      else if (!ack.ok) expect([...generalCodes, ...definition.errors]).toContain(ack.code);
    }
  });
});

const commands = byName.filter(([, definition]) => definition.kind === 'command' && 'op' in toShape(definition));
function toShape(definition: RequestDefinitions): Record<string, unknown> {
  return (definition.input as unknown as { shape: Record<string, unknown> }).shape;
}

describe('repeats', () => {
  it.each(commands)('%s is answered the same, and its id serves no other request', async (name, definition) => {
    const me = await server.device(person);
    for (const input of samples(definition, 5)) {
      const first = await ask(name, input, me.token);
      const second = await ask(name, input, me.token);
      if (first.ok) expect(second).toEqual(first);
      else expect(second.ok).toBe(false);
      if (!first.ok) continue;
      const { op } = input as { op: string };
      const [other] = commands.filter(([otherName]) => otherName !== name);
      const foreign = { ...(samples(other![1], 1)[0] as object), op };
      expect(await ask(other![0], foreign, me.token)).toMatchObject({ ok: false });
    }
  });

  it('covers every command that carries an op', () => {
    expect(commands.length).toBeGreaterThan(8);
  });
});

describe('an older engine', () => {
  it('is fenced for every request over HTTP and at the handshake', async () => {
    const me = await server.person('epochs');
    await server.connect(me, { epoch: 7 });
    for (const [name, definition] of byName) {
      if (definition.via === 'socket') continue;
      const response = await fetch(`http://127.0.0.1:${server.port}/api/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${me.token}` },
        body: JSON.stringify({ input: samples(definition, 1)[0], epoch: 6 }),
      });
      expect([name, await response.json()]).toEqual([name, { ok: false, code: 'FENCED' }]);
      expect(response.status).toBe(409);
    }
    await expect(server.connect(me, { epoch: 6 })).rejects.toMatchObject({ code: 'FENCED' });
    await server.connect(me, { epoch: 8 });
  });
});

describe('names', () => {
  it('that are not in the registry are refused over both doors', async () => {
    const socket = await server.connect(await server.device(person));
    const names = [
      '',
      'account',
      'account.get ',
      'ACCOUNT.GET',
      'accountGet',
      '__proto__',
      'constructor',
      'toString',
      7,
      null,
      {},
      [],
    ];
    for (const name of names) {
      const ack = (await socket.timeout(patienceMs).emitWithAck(doors.request, name, {})) as Ack<unknown>;
      expect(ack).toMatchObject({ ok: false, code: 'BAD' });
      if (typeof name === 'string' && name !== '')
        expect(await ask(encodeURIComponent(name), {})).toMatchObject({ ok: false, code: 'BAD' });
    }
  });
});
