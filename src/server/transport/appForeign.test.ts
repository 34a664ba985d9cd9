import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '#protocol/errors.ts';
import { appIdSchema, type AppId } from '#protocol/ids.ts';
import { toAppId } from '#protocol/casts.ts';
import { requests, type RequestDefinitions, type RequestName } from '#protocol/requests.ts';
import { manifestOf } from '#testing/appPeople.ts';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { fillIds } from '#testing/fillIds.ts';
import { generalCodes } from '#testing/generalCodes.ts';
import { startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';

/*
 * Somebody who neither makes nor reviews an app aims every request that takes an app's id at it, wherever it stands in the input. A draft must look to him as if there were
 * none, and its maker must find it as it was; with a live app he may do what everybody may, and learns nothing of the others who use it.
 */
let server: TestServer;
let maker: TestPerson;
let mallory: TestPerson;
let user: TestPerson;
const [draft, live, nowhere] = ['the-draft', 'the-live-one', 'no-such-app'].map(toAppId) as [AppId, AppId, AppId];
const op = () => crypto.randomUUID() as never;
const data = <T>(ack: Ack<T>): T => {
  if (!ack.ok) throw new Error(`refused: ${ack.code} ${ack.msg ?? ''}`);
  return ack.data;
};

beforeAll(async () => {
  server = await startTestServer();
  maker = await server.person('accountmaker', 'Maker');
  mallory = await server.person('accountmallory', 'Mallory');
  user = await server.person('accountuser', 'The user');
  await server.storage.run('grantAdmin', { auditId: op(), handle: maker.handle, isAdmin: true, by: 'test' });
  for (const app of [draft, live]) {
    data(await server.rpc(maker, 'maker.create', { app, op: op() }));
    data(await server.rpc(maker, 'maker.save', { app, manifest: manifestOf({}, ['storage', 'profile']), op: op() }));
    data(await server.rpc(maker, 'maker.submit', { app, on: true, op: op() }));
  }
  data(await server.rpc(maker, 'review.decide', { app: live, n: 1, ok: true, op: op() }));
  const opened = data(await server.rpc(user, 'app.launch', { app: live, op: op() }));
  data(await server.rpc(user, 'app.answer', { app: live, scope: 'profile', allow: true, op: op() }));
  const params = { key: 'a', value: 'the-secret-value' };
  data(await server.rpc(user, 'app.method', { app: live, method: 'saveStorageValue', params, op: op() }));
  expect(opened.data).toContain('hash=');
});
afterAll(() => server.close());

const aimed: [RequestName, RequestDefinitions][] = Object.values(requests as Record<string, RequestDefinitions>)
  .filter((definition) => samples(definition, draft).length > 0)
  .map((definition) => [definition.name as RequestName, definition]);

function samples(definition: RequestDefinitions, app: AppId): unknown[] {
  return fc
    .sample(arbitraryInput(definition.input), { numRuns: 12, seed: 3 })
    .map((input) => fillIds(definition.input, input, appIdSchema, app))
    .filter(({ places }) => places > 0)
    .map(({ input }) => freshOp(input));
}
function freshOp(input: unknown): unknown {
  const text = JSON.stringify(input, (key, value: unknown) => (key === 'op' ? crypto.randomUUID() : value));
  return JSON.parse(text);
}

const readState = async (): Promise<string> =>
  JSON.stringify([
    data(await server.rpc(maker, 'maker.list', {})).apps.map((app) => ({ ...app, people: 0 })),
    data(await server.rpc(user, 'app.passport', { app: live })),
    data(await server.rpc(maker, 'review.list', {})).waiting,
  ]).replaceAll(/"people":\d+/g, '');
const shape = (ack: Ack<unknown>, app: AppId): string => JSON.stringify(ack).replaceAll(app, '');

describe('requests that take an app', () => {
  it('are most of those about apps', () => expect(aimed.length).toBeGreaterThan(16));

  it.each(aimed)('%s tells and does nothing with a draft of somebody else', async (name, definition) => {
    const before = await readState();
    const fake = samples(definition, nowhere);
    for (const [index, input] of samples(definition, draft).entries()) {
      const answer: Ack<unknown> = await server.rpc(mallory, name, input as never);
      expect(JSON.stringify(answer)).not.toMatch(/Queue ticket|accountmaker/);
      // That an id is taken is told to who wants it.
      if (name === 'maker.create') expect(answer).toMatchObject({ ok: false, code: 'NAME_TAKEN' });
      else {
        const expected: Ack<unknown> = await server.rpc(mallory, name, fake[index] as never);
        expect(shape(answer, draft)).toBe(shape(expected, nowhere));
      }
    }
    expect(await readState()).toBe(before);
  });

  it.each(aimed)('%s leaves the app to its maker, and others to themselves', async (name, definition) => {
    await server.rpc(mallory, 'app.launch', { app: live, op: op() });
    const before = await readState();
    for (const input of samples(definition, live)) {
      const answer: Ack<unknown> = await server.rpc(mallory, name, input as never);
      const text = JSON.stringify(answer);
      const secrets = [
        String(user.userId),
        user.handle,
        'The user',
        'the-secret-value',
        String(maker.userId),
        maker.handle,
      ];
      for (const secret of secrets) expect(text).not.toContain(secret);
      if (!answer.ok) expect([...generalCodes, ...definition.errors]).toContain(answer.code);
      if (/^(?:maker|review)\./.test(name)) expect(answer.ok).toBe(false);
    }
    expect(await readState()).toBe(before);
  });
});
