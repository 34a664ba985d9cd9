import { describe, expect, it } from 'vitest';
import type { Ack } from '#protocol/errors.ts';
import { toDeviceId, toUserId } from '#protocol/casts.ts';
import { httpRpc } from './httpRpc.ts';
import type { Fetch } from './postJson.ts';

type Reply = Response | Error | 'never';
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

function open(replies: Reply[], atHand?: string) {
  const sent: { path: string; body: unknown; token: string | null }[] = [];
  const tokens: boolean[] = [];
  const fetch: Fetch = (path, init) => {
    sent.push({ path, body: JSON.parse(init.body as string), token: new Headers(init.headers).get('authorization') });
    const reply = replies.shift() ?? new TypeError('no network');
    if (reply === 'never')
      return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  };
  const warned: string[] = [];
  const rpc = httpRpc({
    fetch,
    session: {
      userId: toUserId(1),
      deviceId: toDeviceId('d'),
      tokenAtHand: () => atHand,
      token: ({ fresh = false } = {}): Promise<Ack<{ token: string; exp: number }>> => {
        tokens.push(fresh);
        return Promise.resolve({ ok: true, data: { token: fresh ? 'fresh' : 'old', exp: 0 } });
      },
    },
    log: { debug: () => undefined, warn: (event) => warned.push(event) },
  });
  return { rpc, sent, tokens, warned };
}

describe('httpRpc', () => {
  it('posts the input with the token and answers the checked output', async () => {
    const { rpc, sent } = open([json({ ok: true, data: { t: 5, unknownField: 1 } })]);
    expect(await rpc.call('heartbeat', {}, { epoch: 3 })).toEqual({ ok: true, data: { t: 5 } });
    expect(sent).toEqual([{ path: '/api/rpc/heartbeat', body: { input: {}, epoch: 3 }, token: 'Bearer old' }]);
  });

  it('renews the token once and repeats when the server does not take it', async () => {
    const { rpc, sent, tokens } = open([json({ ok: false, code: 'UNAUTH' }, 401), json({ ok: true, data: { t: 5 } })]);
    expect(await rpc.call('heartbeat', {})).toMatchObject({ ok: true });
    expect(tokens).toEqual([false, true]);
    expect(sent[1]?.token).toBe('Bearer fresh');
  });

  it('is under way when the call returns, once the contract is there and a token is at hand', async () => {
    const answer = () => json({ ok: true, data: { t: 5 } });
    const { rpc, sent, tokens } = open([answer(), json({ ok: false, code: 'UNAUTH' }, 401), answer()], 'held');
    await rpc.call('heartbeat', {});
    const second = rpc.call('heartbeat', {});
    expect(sent.map(({ token }) => token)).toEqual(['Bearer held', 'Bearer held']);
    // One at hand that the server does not take is renewed like any other.
    expect(await second).toMatchObject({ ok: true });
    expect([tokens, sent[2]?.token]).toEqual([[true], 'Bearer fresh']);
  });

  it('gives up after the second refusal', async () => {
    const { rpc, sent } = open([json({ ok: false, code: 'UNAUTH' }, 401), json({ ok: false, code: 'UNAUTH' }, 401)]);
    expect(await rpc.call('heartbeat', {})).toEqual({ ok: false, code: 'UNAUTH' });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['no network', new TypeError('Failed to fetch'), 'UNAVAILABLE'],
    ['an error page of a proxy', new Response('<h1>Bad gateway</h1>', { status: 502 }), 'UNAVAILABLE'],
    ['an empty answer', new Response('', { status: 200 }), 'UNAVAILABLE'],
    ['JSON that is not ours', json({ hello: 1 }), 'UNAVAILABLE'],
    ['a success with a failing status', json({ ok: true, data: { t: 1 } }, 500), 'UNAVAILABLE'],
    ['a code nobody knows', json({ ok: false, code: 'MYSTERY' }, 400), 'UNAVAILABLE'],
    ['an answer outside the contract', json({ ok: true, data: { t: 'soon' } }), 'INTERNAL'],
  ] as const)('answers %s as an error, never as an exception', async (_, reply, code) => {
    const { rpc } = open([reply]);
    expect(await rpc.call('heartbeat', {})).toEqual({ ok: false, code });
  });

  it('ends a request that is not answered in time', async () => {
    const { rpc } = open(['never']);
    expect(await rpc.call('heartbeat', {}, { timeoutMs: 20 })).toEqual({ ok: false, code: 'TIMEOUT' });
  });

  it('takes the wait from the header where the body has none', async () => {
    const { rpc } = open([json({ ok: false, code: 'RATE' }, 429, { 'retry-after': '4' })]);
    expect(await rpc.call('heartbeat', {})).toEqual({ ok: false, code: 'RATE', retry: 4_000 });
  });

  it('logs an answer outside the contract', async () => {
    const { rpc, warned } = open([json({ ok: true, data: {} })]);
    await rpc.call('heartbeat', {});
    expect(warned).toEqual(['rpc.badAnswer']);
  });
});
