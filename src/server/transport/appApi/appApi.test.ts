import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { pictureOf } from '#domain/faceId.ts';
import type { Ack } from '#protocol/errors.ts';
import type { AppId } from '#protocol/ids.ts';
import { toAppId, toOpId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { manifestOf } from '#testing/appPeople.ts';
import { plainPicture } from '#testing/samplePictures.ts';
import { ask, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { appApiRoutes } from './appApiRoutes.ts';
import { isKeyed } from './toOpenApi.ts';

/*
 * The API as a server of an app meets it: every route with what it is for, with what it must refuse, and with a look at what its answers tell of accounts.
 */
let server: TestServer;
let maker: TestPerson;
let eva: TestPerson;
let ben: TestPerson;
let token: string;
let person: number;
let data: string;
let nowMs = 1_700_000_000_000;
const app = toAppId('cafe');
const heard: string[] = [];
const op = () => toOpId(randomUUID());
const taken = <T>(ack: Ack<T>): T => {
  if (!ack.ok) throw new Error(`refused: ${ack.code} ${ack.msg ?? ''}`);
  return ack.data;
};
const words: CardWords = { title: 'Your ticket', facts: [{ label: 'Number', value: 'A-47' }] };

interface Sent {
  readonly body?: unknown;
  readonly key?: string | null;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}
interface Answer {
  status: number;
  type: string;
  json: Record<string, unknown> & { code?: string };
}
/** One call; a body of bytes goes as it is. By hand, because `fetch` lets nobody set an `Origin`. */
function call(method: string, path: string, sent: Sent = {}): Promise<Answer> {
  const isRaw = sent.body instanceof Uint8Array;
  const body = sent.body === undefined ? undefined : isRaw ? (sent.body as Uint8Array) : JSON.stringify(sent.body);
  const key = sent.key === undefined ? randomUUID() : sent.key;
  const headers = {
    ...(sent.token === '' ? {} : { authorization: `Bearer ${sent.token ?? token}` }),
    ...(key === null ? {} : { 'idempotency-key': key }),
    ...(body === undefined ? {} : { 'content-type': isRaw ? 'image/png' : 'application/json' }),
    ...sent.headers,
  };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path: `/api/apps/v1${path}`, method, headers, agent };
    const request = httpRequest(options, (response) => void readAnswer(response).then(resolve, reject));
    request.on('error', reject);
    if (body !== undefined) request.write(body);
    request.end();
  });
}
async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const text = (await response.toArray()).map(String).join('');
  heard.push(text);
  const type = String(response.headers['content-type']);
  return { status: response.statusCode ?? 0, type, json: JSON.parse(text) as Answer['json'] };
}
const agent = new Agent({ keepAlive: true });
const codes = (...answers: readonly Answer[]) => answers.map(({ status, json }) => [status, json.code]);

async function publish(id: AppId): Promise<string> {
  const made = taken(await server.rpc(maker, 'maker.create', { app: id, op: op() }));
  const manifest = manifestOf({}, ['profile', 'write', 'share', 'storage']);
  taken(await server.rpc(maker, 'maker.save', { app: id, manifest, op: op() }));
  taken(await server.rpc(maker, 'maker.submit', { app: id, on: true, op: op() }));
  taken(await server.rpc(maker, 'review.decide', { app: id, n: 1, ok: true, op: op() }));
  return made.token;
}
const launch = async (who: TestPerson, id: AppId = app) =>
  taken(await server.rpc(who, 'app.launch', { app: id, op: op(), lang: 'ja', start: 'table_7' })).data;
const answer = async (who: TestPerson, scope: 'write' | 'profile' | 'share', allow = true) =>
  taken(await server.rpc(who, 'app.answer', { app, scope, allow, op: op() }));

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  maker = await server.person('accountmaker', 'Maker');
  eva = await server.person('accounteva', 'Eva');
  ben = await server.person('accountben', 'Ben');
  await server.storage.run('grantAdmin', { auditId: op(), handle: maker.handle, isAdmin: true, by: 'test' });
  token = await publish(app);
  data = await launch(eva);
  person = Number((await call('POST', '/initdata', { body: { data } })).json['person']);
  await answer(eva, 'write');
});
afterAll(async () => {
  agent.destroy();
  await server.close();
});

describe('init data', () => {
  it('is known again, with a name only while there is leave to it', async () => {
    const first = await call('POST', '/initdata', { body: { data } });
    expect(first).toMatchObject({ status: 200, json: { person, start: 'table_7', q: expect.any(String) } });
    expect(first.json['name']).toBeUndefined();
    await answer(eva, 'profile');
    const named = await launch(eva);
    expect((await call('POST', '/initdata', { body: { data: named } })).json).toMatchObject({
      ...{ person, name: 'Eva', language: 'ja' },
    });
    await answer(eva, 'profile', false);
    expect((await call('POST', '/initdata', { body: { data: named } })).json['name']).toBeUndefined();
  });

  it('is refused when it was altered, is another app’s, too old, or was taken back', async () => {
    const other = await publish(toAppId('other'));
    const send = (text: string, by = token) => call('POST', '/initdata', { body: { data: text }, token: by });
    expect(
      codes(
        await send(data.replace('table_7', 'table_8')),
        await send(data.replace(/hash=\w+/, 'hash=00')),
        await send(`${data}&start_param=x`),
        await send('nothing'),
        await send(data, other),
      ),
    ).toEqual([
      [400, 'WRONG_HASH'],
      [400, 'WRONG_HASH'],
      [400, 'BAD'],
      [400, 'WRONG_HASH'],
      [400, 'WRONG_HASH'],
    ]);
    const dayMs = 24 * 3_600_000 + 1_000;
    nowMs += dayMs;
    expect(codes(await send(data))).toEqual([[400, 'EXPIRED']]);
    nowMs -= dayMs;
    const fresh = await launch(ben);
    taken(await server.rpc(ben, 'app.forget', { app, op: op() }));
    expect(codes(await send(fresh))).toEqual([[400, 'FORGOTTEN']]);
    data = await launch(eva);
  });
});

describe('messages, cards, values and updates', () => {
  it('reach a person, as many as her act allows', async () => {
    await launch(eva);
    const send = (more: object = {}, key?: string) =>
      call('POST', '/messages', { body: { person, text: 'Your turn', ...more }, ...(key ? { key } : {}) });
    const first = await send({ card: words, silent: true }, 'once');
    expect(first).toMatchObject({ status: 200, json: { left: limits.appActsMax - 1, card: expect.any(String) } });
    expect((await send({ card: words, silent: true }, 'once')).json).toEqual(first.json);
    expect(codes(await send({}, 'once'))).toEqual([[409, 'KEY_REUSED']]);
    while (Number((await send()).json['left']) > 0);
    expect(codes(await send())).toEqual([[429, 'NO_ACTS']]);
    const socket = await server.connect(eva);
    const { heads } = taken(await ask(socket, 'sync.open', { u: 0, have: [] }));
    socket.disconnect();
    const official = heads.find(({ meta }) => meta?.kind === chatKind.official);
    expect(official).toMatchObject({ meta: { title: '整理券カフェ' }, h: { l: { x: 'Your turn' } } });
    const c = official?.h.c as never;
    const { rows } = taken(await server.rpc(eva, 'history.get', { c, before: 1_000, limit: 50 }));
    expect(rows.filter(({ k }) => k === messageKind.card)).toMatchObject([{ b: { words } }]);
    await answer(eva, 'write', false);
    expect(codes(await send())).toEqual([[403, 'FORBIDDEN']]);
    await answer(eva, 'write');
  });

  it('are prepared, shared and changed, and say no more than a number', async () => {
    const made = await call('POST', '/cards', { body: { person, words } });
    const id = String(made.json['id']);
    const users = [ben.userId];
    const chat = taken(await server.rpc(eva, 'chat.create', { i: op(), kind: chatKind.dm, users })).chat.h.c;
    taken(await server.rpc(eva, 'app.share', { app, card: id, chats: [chat], op: op() }));
    expect((await call('GET', `/cards/${id}`)).json).toEqual({ v: 1, shared: 1 });
    const next = (title: string) => call('PUT', `/cards/${id}`, { body: { words: { ...words, title } } });
    const both = await Promise.all([next('one'), next('two')]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 429]);
    expect((await call('GET', `/cards/${id}`)).json).toEqual({ v: 2, shared: 1 });
    const { rows } = taken(await server.rpc(ben, 'history.get', { c: chat, before: 1_000, limit: 50 }));
    expect(rows).toMatchObject([{ k: messageKind.card, b: { v: 2 } }]);
  });

  it('keep pictures, which others see on a card', async () => {
    const body = new Uint8Array(await plainPicture());
    const first = await call('POST', '/pictures', { body, key: 'picture' });
    expect(first).toMatchObject({ status: 200, json: { picture: expect.stringMatching(/^m:[\w-]{22}$/) } });
    expect((await call('POST', '/pictures', { body, key: 'picture' })).json).toEqual(first.json);
    const picture = String(first.json['picture']);
    const made = await call('POST', '/cards', { body: { person, words: { ...words, picture } } });
    expect(made.status).toBe(200);
    const ids = [pictureOf(picture) as never];
    expect(taken(await server.rpc(eva, 'media.sign', { ids })).urls).toHaveLength(1);
    expect(taken(await server.rpc(ben, 'media.sign', { ids })).urls).toEqual([]);
    const wrong = await call('POST', '/pictures', { body: new Uint8Array([1, 2, 3]) });
    expect(codes(wrong)).toEqual([[415, 'NOT_A_PICTURE']]);
    const huge = await call('POST', '/pictures', { body: new Uint8Array(limits.pictureBytesMax + 1) });
    expect(codes(huge)).toEqual([[413, 'TOO_LARGE']]);
  });

  it('keep values that pages of the app find, too', async () => {
    const path = `/people/${person}/values`;
    expect(await call('PUT', `${path}/seat`, { body: { value: 'A-47' } })).toMatchObject({ status: 200, json: {} });
    const params = { keys: ['seat'] };
    const asked = { app, method: 'getStorageValues', params, op: op() };
    expect(taken(await server.rpc(eva, 'app.method', asked)).result).toEqual({ seat: 'A-47' });
    expect((await call('GET', path)).json).toEqual({ keys: ['seat'] });
    expect((await call('GET', `${path}/seat`)).json).toEqual({ value: 'A-47' });
    expect((await call('DELETE', `${path}/seat`)).status).toBe(200);
    expect(codes(await call('GET', `${path}/seat`))).toEqual([[404, 'NOT_FOUND']]);
    const long = { value: 'é'.repeat(limits.appValueMax) };
    expect(codes(await call('PUT', `${path}/seat`, { body: long }))).toEqual([[413, 'TOO_LARGE']]);
    const key = 'k'.repeat(limits.appKeyMax);
    expect((await call('PUT', `${path}/${key}`, { body: { value: '' } })).status).toBe(200);
  });

  it('hand out what pages said, in order and until it is acknowledged', async () => {
    const say = async (text: string) => taken(await server.rpc(eva, 'app.data', { app, data: text, op: op() }));
    for (const text of ['one', 'two', 'three']) await say(text);
    const first = (await call('GET', '/updates')).json['updates'] as { id: number; data: string }[];
    expect(first).toMatchObject(['one', 'two', 'three'].map((text) => ({ person, kind: 'data', data: text })));
    expect(first.map(({ id }) => id)).toEqual(first.map(({ id }) => id).toSorted((one, other) => one - other));
    const after = first[1]?.id;
    expect((await call('GET', `/updates?after=${after}`)).json).toMatchObject({ updates: [{ data: 'three' }] });
    expect((await call('GET', '/updates')).json).toMatchObject({ updates: [{ data: 'three' }] });
    const waiting = call('GET', `/updates?after=${first[2]?.id}&wait=25`);
    await say('four');
    expect((await waiting).json).toMatchObject({ updates: [{ data: 'four' }] });
  });
});

describe('every route', () => {
  const routes = appApiRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);
  const pathOf = (path: string) =>
    path.replace(':person', String(person)).replace(':key', 'k').replace(':id', 'a'.repeat(22));
  const bodyOf = (path: string): unknown =>
    ({ '/initdata': { data }, '/messages': { person, text: 'x' }, '/cards': { person, words } })[path] ??
    (path.startsWith('/cards') ? { words } : path === '/pictures' ? new Uint8Array(4) : { value: 'x' });

  it.each(routes)('%s is for the app’s own server', async (_name, { method, path }) => {
    const sent = isKeyed(method) ? { body: bodyOf(path) } : {};
    const tryWith = (more: Sent) => call(method, pathOf(path), { ...sent, ...more });
    const answers = [
      await tryWith({ token: '' }),
      await tryWith({ token: 'abc' }),
      await tryWith({ token: `${token}x` }),
      await tryWith({ token: eva.token }),
      await tryWith({ headers: { cookie: 'a=b' } }),
      await tryWith({ headers: { origin: 'http://localhost' } }),
    ];
    expect(codes(...answers)).toEqual([
      ...Array.from({ length: 4 }, () => [401, 'UNAUTH']),
      ...Array.from({ length: 2 }, () => [403, 'FORBIDDEN']),
    ]);
    for (const { type, json, status } of answers) {
      expect(type).toBe('application/problem+json; charset=utf-8');
      expect(json).toMatchObject({
        type: 'about:blank',
        title: expect.any(String),
        status,
        detail: expect.any(String),
      });
    }
  });

  it.each(routes.filter(([, { method }]) => isKeyed(method)))('%s needs a key and a body', async (_name, route) => {
    const { method, path, body } = route;
    const right = bodyOf(path);
    const answers = [
      await call(method, pathOf(path), { body: right, key: null }),
      await call(method, pathOf(path), { body: right, key: 'k'.repeat(65) }),
      await call(method, pathOf(path), { body: right, key: 'a b' }),
    ];
    if (body !== 'raw') {
      answers.push(await call(method, pathOf(path), { body: {} }));
      answers.push(await call(method, pathOf(path), { body: { ...(right as object), more: 1 } }));
      answers.push(await call(method, pathOf(path), { body: [right] }));
      answers.push(await call(method, pathOf(path), { body: right, headers: { 'content-type': 'application/xml' } }));
    }
    expect(answers.map(({ json }) => json.code)).toEqual(answers.map(() => 'BAD'));
    for (const { status, type } of answers) {
      expect([400, 415]).toContain(status);
      expect(type).toContain('problem+json');
    }
  });

  it('refuses wrong shapes, strangers and numbers that are not its own', async () => {
    const stranger = await publish(toAppId('stranger'));
    const wrong = [
      await call('POST', '/messages', { body: { person, text: '   ' } }),
      await call('POST', '/messages', { body: { person, text: 'x'.repeat(2_001) } }),
      await call('POST', '/messages', { body: { person: -1, text: 'x' } }),
      await call('POST', '/cards', { body: { person, words: { ...words, title: '' } } }),
      await call('GET', '/cards/short'),
      await call('GET', '/people/x/values'),
      await call('GET', `/people/${person}/values/a%20b`),
      await call('GET', '/updates?wait=26'),
      await call('GET', '/updates?since=1'),
    ];
    expect(codes(...wrong)).toEqual(wrong.map(() => [400, 'BAD']));
    const id = String((await call('POST', '/cards', { body: { person, words } })).json['id']);
    const picture = `m:${'C'.repeat(22)}`;
    const nowhere = [
      await call('GET', `/cards/${id}`, { token: stranger }),
      await call('PUT', `/cards/${id}`, { token: stranger, body: { words } }),
      await call('POST', '/messages', { token: stranger, body: { person, text: 'x' } }),
      await call('POST', '/cards', { token: stranger, body: { person, words } }),
      await call('GET', `/people/${person}/values`, { token: stranger }),
      await call('POST', '/messages', { body: { person: eva.userId % 2 ** 48, text: 'x' } }),
      await call('POST', '/cards', { body: { person, words: { ...words, picture } } }),
      await call('GET', '/nothing'),
      await call('GET', '/'),
    ];
    expect(codes(...nowhere)).toEqual(nowhere.map(() => [404, 'NOT_FOUND']));
  });

  it('ends with the app', async () => {
    const closed = toAppId('closed-app');
    const by = await publish(closed);
    taken(await server.rpc(maker, 'review.close', { app: closed, on: true, op: op() }));
    expect(codes(await call('GET', '/updates', { token: by }))).toEqual([[403, 'FORBIDDEN']]);
    taken(await server.rpc(maker, 'maker.remove', { app: closed, op: op() }));
    expect(codes(await call('GET', '/updates', { token: by }))).toEqual([[403, 'FORBIDDEN']]);
  });

  it('is described, by the shapes it parses with', async () => {
    const { status, json } = await call('GET', '/openapi.json', { token: '' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ openapi: '3.1.0' });
    const paths = json['paths'] as Record<string, Record<string, { parameters: { name: string }[] }>>;
    expect(Object.values(paths).flatMap(Object.keys)).toHaveLength(appApiRoutes.length);
    const put = paths['/api/apps/v1/people/{person}/values/{key}']?.['put'];
    expect(put?.parameters.map(({ name }) => name)).toEqual(['person', 'key', 'Idempotency-Key']);
    expect(JSON.stringify(paths['/api/apps/v1/cards']?.['post'])).toContain('"title"');
  });

  it('tells nothing of accounts', () => {
    const all = heard.join('\n');
    for (const { userId, handle } of [maker, eva, ben]) {
      expect(all).not.toContain(String(userId));
      expect(all).not.toContain(handle);
    }
  });
});

describe('the number of calls', () => {
  it('is limited for an app, whatever they are', async () => {
    const rate = { appCall: { burst: 3, everyMs: 3_600_000 } };
    const own = server;
    const limits = { rate, password: { memoryKiB: 8, passes: 1 } };
    server = await startTestServer({ limits });
    try {
      maker = await server.person('accountmaker', 'Maker');
      await server.storage.run('grantAdmin', { auditId: op(), handle: maker.handle, isAdmin: true, by: 'test' });
      const by = await publish(toAppId('busy'));
      const tries: Answer[] = [];
      for (let n = 0; n < 4; n += 1) tries.push(await call('GET', '/updates', { token: by }));
      expect(tries.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
      expect(codes(...tries.slice(3))).toEqual([[429, 'RATE']]);
    } finally {
      await server.close();
      server = own;
    }
  });
});
