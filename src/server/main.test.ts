import { afterEach, describe, expect, it } from 'vitest';
import { ask, startTestServer, testPassword, type TestServer } from '#testing/testServer.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('a running server', () => {
  it('serves sign-up, rpc and the socket with one account', async () => {
    server = await startTestServer();
    const response = await fetch(`http://127.0.0.1:${server.port}/api/session/signup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ handle: 'Ana', name: 'Ana', password: testPassword }),
    });
    const body = await response.json();
    expect(body).toMatchObject({ ok: true, data: { account: { handle: 'ana', admin: false } } });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-kabar=[^;]+; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const person = { ...(await server.person('budi')) };
    expect(await server.rpc(person, 'account.get', {})).toMatchObject({
      ok: true,
      data: { account: { handle: 'budi' } },
    });
    const socket = await server.connect(person);
    expect(await ask(socket, 'user.find', { handle: 'ana' })).toMatchObject({
      ok: true,
      data: { user: { name: 'Ana' } },
    });
    expect(await ask(socket, 'heartbeat', {})).toMatchObject({ ok: true });
  });
});
