import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ack } from '#protocol/errors.ts';
import { sessionRoutes, type SessionGrant } from '#protocol/session.ts';
import { startTestServer, testPassword, type TestServer } from '#testing/testServer.ts';

let server: TestServer;
let clockMs = 1_700_000_000_000;
beforeAll(async () => {
  server = await startTestServer({
    now: () => clockMs,
    limits: { password: { memoryKiB: 8, passes: 1 } },
    env: { TRUST_PROXY: '1' },
  });
});
afterAll(() => server.close());

interface Answer {
  status: number;
  headers: Headers;
  ack: Ack<SessionGrant>;
  cookie: string | undefined;
}
let address = 0;
/** Posts from an address of its own unless one is given, so that the limits of one test do not meet another. */
async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.0.${address >> 8}.${address++ & 255}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const cookie = /__Host-kabar=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
  return {
    status: response.status,
    headers: response.headers,
    ack: (await response.json()) as Ack<SessionGrant>,
    cookie,
  };
}
const { signUp, logIn, refresh, logOut } = sessionRoutes;
const withCookie = (cookie: string | undefined) => ({ cookie: `theme=dark; __Host-kabar=${cookie ?? ''}` });
const account = (handle: string) => ({ handle, name: handle, password: testPassword });

describe('session routes', () => {
  it('keep the refresh token out of the body and the access token out of the cookie', async () => {
    const { ack, cookie } = await post(signUp.path, account('ana'));
    expect(ack.ok).toBe(true);
    expect(JSON.stringify(ack)).not.toContain(cookie);
    expect(cookie).not.toContain(ack.ok ? ack.data.token : '');
  });

  it('renew with the cookie and end it', async () => {
    const made = await post(signUp.path, account('budi'));
    const renewed = await post(refresh.path, {}, withCookie(made.cookie));
    expect(renewed.ack).toMatchObject({ ok: true, data: { account: { handle: 'budi' } } });
    expect(renewed.cookie).not.toBe(made.cookie);
    const ended = await post(logOut.path, {}, withCookie(renewed.cookie));
    expect(ended.headers.get('set-cookie')).toMatch(/^__Host-kabar=;.*Expires=Thu, 01 Jan 1970/);
    const after = await post(refresh.path, {}, withCookie(renewed.cookie));
    expect(after).toMatchObject({ status: 401, ack: { ok: false, code: 'REVOKED' } });
    // A late refusal must not take away the cookie that a login has set meanwhile.
    expect(after.headers.get('set-cookie')).toBeNull();
    expect((await post(logOut.path, {})).ack).toEqual({ ok: true, data: {} });
  });

  it('end the session that a new login replaces in this browser', async () => {
    const first = await post(signUp.path, account('cici'));
    const second = await post(logIn.path, { handle: 'cici', password: testPassword }, withCookie(first.cookie));
    expect(second.ack.ok).toBe(true);
    expect((await post(refresh.path, {}, withCookie(first.cookie))).ack).toMatchObject({ code: 'REVOKED' });
    const token = second.ack.ok ? second.ack.data.token : '';
    expect(await server.rpc({ token }, 'device.list', {})).toMatchObject({
      ok: true,
      data: { items: [{ current: true }] },
    });
  });

  it('refuse foreign pages without touching the session', async () => {
    const made = await post(signUp.path, account('dodi'));
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      for (const { path } of Object.values(sessionRoutes)) {
        const answer = await post(path, account('evil'), { ...withCookie(made.cookie), ...headers });
        expect([path, answer.status, answer.ack]).toEqual([path, 403, { ok: false, code: 'FORBIDDEN', msg: 'origin' }]);
      }
    }
    // A form of another page can send text, not JSON.
    const form = await post(logOut.path, {}, { ...withCookie(made.cookie), 'content-type': 'text/plain' });
    expect(form.ack).toMatchObject({ ok: false, code: 'BAD' });
    expect((await post(refresh.path, {}, { ...withCookie(made.cookie), origin: server.url })).ack.ok).toBe(true);
  });

  it('limit sign-ups per address with a time to try again', async () => {
    const from = { 'x-forwarded-for': '66.6.6.6' };
    for (let n = 0; n < 10; n += 1) expect((await post(signUp.path, account(`many${n}`), from)).ack.ok).toBe(true);
    const refused = await post(signUp.path, account('many10'), from);
    expect(refused).toMatchObject({ status: 429, ack: { ok: false, code: 'RATE', retry: 360_000 } });
    expect(refused.headers.get('retry-after')).toBe('360');
    clockMs += 360_000;
    expect((await post(signUp.path, account('many10'), from)).ack.ok).toBe(true);
  });

  it('limit attempts on one handle from many addresses, whether it exists or not', async () => {
    await post(signUp.path, account('victim'));
    for (const handle of ['victim', 'nosuchone']) {
      for (let n = 0; n < 10; n += 1) {
        expect((await post(logIn.path, { handle, password: 'wrong' })).ack).toEqual({ ok: false, code: 'WRONG_LOGIN' });
      }
      // Another writing of the handle is the same handle.
      const refused = await post(logIn.path, { handle: ` @${handle.toUpperCase()} `, password: testPassword });
      expect(refused.ack).toMatchObject({ ok: false, code: 'RATE', retry: 90_000 });
    }
  });

  it('limit one address over everything', async () => {
    const from = { 'x-forwarded-for': '77.7.7.7' };
    const answers = await Promise.all(Array.from({ length: 310 }, () => post('/api/nothing', {}, from)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(300);
  });
});
