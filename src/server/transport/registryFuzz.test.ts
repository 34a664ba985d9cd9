import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests, type RequestDefinitions } from '#protocol/requests.ts';
import { demoRoutes, sessionRoutes } from '#protocol/session.ts';
import type { Ack } from '#protocol/errors.ts';
import { doors } from '#protocol/handshake.ts';
import { chatIdSchema, memberIdSchema, userIdSchema, type ChatId } from '#protocol/ids.ts';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { fillIds } from '#testing/fillIds.ts';
import { generalCodes } from '#testing/generalCodes.ts';
import { mutateInput } from '#testing/mutateInput.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { patienceMs } from '#testing/patience.ts';
import { createLog } from './log.ts';
import { httpStatus } from './httpStatus.ts';

/** Every request gets so many inputs, fewer on a busy machine: read marks and reactions are answered only after they were written. */
const effort = { numRuns: 25, interruptAfterTimeLimit: 30_000 };

/*
 * Random input at every request and route of the registries: whatever comes, the answer is an Ack with a code that the request may answer, it
 * comes in time, and nothing unexpected is logged.
 */
let server: TestServer;
let person: TestPerson;
let friend: TestPerson;
const surprises: string[] = [];

beforeAll(async () => {
  const log = createLog((line) => line.includes('"level":"error"') && surprises.push(line), Date.now);
  server = await startTestServer({
    log,
    demo: () => ({ people: () => Promise.resolve([]), enter: () => Promise.reject(new Error('unused')) }),
  });
  [person, friend] = [await server.person('ana'), await server.person('budi')];
});
afterAll(() => server.close());

const definitions = Object.values(requests).map((definition) => [definition.name, definition] as const);

async function post(
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; ack: Ack<unknown> }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(patienceMs),
  });
  return { status: response.status, ack: (await response.json()) as Ack<unknown> };
}

function expectAllowed(definition: Pick<RequestDefinitions, 'errors'>, ack: Ack<unknown>): void {
  if (!ack.ok) expect([...generalCodes, ...definition.errors]).toContain(ack.code);
  expect(surprises.splice(0)).toEqual([]);
}

const bearer = () => ({ authorization: `Bearer ${person.token}` });
/** A packet above 256 KB ends the connection instead of being answered; that has a test of its own. */
const isPacket = (input: unknown): boolean => Buffer.byteLength(JSON.stringify(input)) < 200_000;
/** Random JSON, and valid input with one thing wrong. */
const inputFor = (definition: { input: RequestDefinitions['input'] }) =>
  fc.oneof(
    fc.jsonValue(),
    arbitraryInput(definition.input),
    arbitraryInput(definition.input).chain((input) => fc.constantFrom(...mutateInput(input).filter(isPacket))),
  );

/** A group with a few messages, so that random requests get past the question of membership. */
async function makeChat(): Promise<ChatId> {
  const made = await server.rpc(person, 'chat.create', {
    i: crypto.randomUUID() as never,
    kind: 2,
    title: 'fuzz',
    users: [friend.userId],
  });
  if (!made.ok) throw new Error(made.code);
  const { c } = made.data.chat.h;
  const items = Array.from({ length: 5 }, (_, n) => ({
    i: crypto.randomUUID() as never,
    k: 1 as const,
    b: { x: `message ${n}` },
  }));
  await server.rpc(person, 'message.send', { c, items });
  return c;
}
function aim(definition: RequestDefinitions, input: unknown, c: ChatId): unknown {
  const atChat = fillIds(definition.input, input, chatIdSchema, c).input;
  const atUser = fillIds(definition.input, atChat, userIdSchema, friend.userId).input;
  return fillIds(definition.input, atUser, memberIdSchema, friend.userId).input;
}

describe.each(definitions)('%s', (name, definition) => {
  it('answers anything over HTTP', async () => {
    await fc.assert(
      fc.asyncProperty(inputFor(definition), fc.option(fc.nat(3), { nil: undefined }), async (input, epoch) => {
        const { status, ack } = await post(`/api/rpc/${name}`, JSON.stringify({ input, epoch }), bearer());
        expect(status).toBe(ack.ok ? 200 : httpStatus[ack.code]);
        expectAllowed(definition, ack);
      }),
      effort,
    );
  });

  it('answers anything well-formed about a real chat', async () => {
    const socket = await server.connect(person);
    const c = await makeChat();
    await fc.assert(
      fc.asyncProperty(arbitraryInput(definition.input), async (input) => {
        const ack = (await socket
          .timeout(patienceMs)
          .emitWithAck(doors.request, name, aim(definition, input, c))) as Ack<unknown>;
        expectAllowed(definition, ack);
      }),
      effort,
    );
    socket.disconnect();
  });

  it('answers anything over the socket', async () => {
    const socket = await server.connect(person);
    await fc.assert(
      fc.asyncProperty(inputFor(definition), async (input) => {
        const ack = (await socket.timeout(patienceMs).emitWithAck(doors.request, name, input)) as Ack<unknown>;
        expectAllowed(definition, ack);
      }),
      effort,
    );
    expect(socket.connected).toBe(true);
    socket.disconnect();
  });
});

describe.each(Object.values({ ...sessionRoutes, ...demoRoutes }).map((route) => [route.path, route] as const))(
  '%s',
  (path, route) => {
    it('answers anything', async () => {
      // The demo's door of this test refuses to let anybody in, which counts as a surprise.
      const isOpen = path !== demoRoutes.enter.path;
      await fc.assert(
        fc.asyncProperty(
          isOpen ? inputFor(route) : fc.jsonValue().filter((value) => !route.input.safeParse(value).success),
          fc.option(
            fc
              .string({ unit: 'grapheme-ascii', maxLength: 80 })
              .map((text) => text.replace(/[^\x21-\x7e]|[;,"\\]/g, '')),
            { nil: undefined },
          ),
          async (input, cookie) => {
            const { status, ack } = await post(
              path,
              JSON.stringify(input) ?? '',
              cookie ? { cookie: `__Host-kabar=${cookie}` } : {},
            );
            expect(status).toBe(ack.ok ? 200 : httpStatus[ack.code]);
            expectAllowed(route, ack);
          },
        ),
        effort,
      );
    });
  },
);

describe('what is not even JSON', () => {
  const paths = ['/api/rpc/account.get', ...Object.values(sessionRoutes).map((route) => route.path)];
  it.each(paths)('is refused at %s', async (path) => {
    const bodies = [
      '',
      '{',
      '"',
      'null',
      '[',
      '{"a":1',
      '\u0000',
      '{"__proto__":{"x":1}}',
      '{"constructor":{"prototype":1}}',
    ];
    for (const body of bodies) {
      const { status, ack } = await post(path, body, bearer());
      // "null" and the empty object that a broken proxy leaves are JSON; they fail at the schema instead.
      expect(ack).toMatchObject({ ok: false, code: 'BAD' });
      expect(status).toBe(400);
    }
    expect(
      (await post(path, 'a=1', { ...bearer(), 'content-type': 'application/x-www-form-urlencoded' })).ack,
    ).toMatchObject({ code: 'BAD' });
    expect((await post(path, '{}', { ...bearer(), 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
    const large = await post(path, JSON.stringify({ input: 'x'.repeat(300_000) }), bearer());
    expect(large).toEqual({ status: 413, ack: { ok: false, code: 'TOO_LARGE' } });
    const deep = await post(path, '['.repeat(50_000) + ']'.repeat(50_000), bearer());
    expect(deep.ack).toMatchObject({ ok: false, code: 'BAD' });
    expect(surprises.splice(0)).toEqual([]);
  });

  it('is refused at addresses that do not exist', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/rpc', '/api/rpc/a/b', '/api/session/x', '/__mini/x']) {
      const { status, ack } = await post(path, '{}', bearer());
      expect([path, status, ack]).toEqual([path, 404, { ok: false, code: 'NOT_FOUND' }]);
    }
    for (const path of [
      '/api/rpc/',
      '/api/rpc/%',
      '/api/rpc/%ff',
      `/api/rpc/${'x'.repeat(5_000)}`,
      '/api/rpc/__proto__',
      '/api/rpc/constructor',
    ]) {
      const { status } = await post(path, '{"input":{}}', bearer());
      expect([400, 404, 414]).toContain(status);
    }
    expect(surprises.splice(0)).toEqual([]);
  });
});
