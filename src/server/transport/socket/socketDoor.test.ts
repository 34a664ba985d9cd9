import { io as connectTo, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Ack } from '#protocol/errors.ts';
import { doors, type Handshake } from '#protocol/handshake.ts';
import { serverSignals } from '#protocol/signals.ts';
import { protocolVersion } from '#protocol/version.ts';
import { accessTokenMs } from '#server/services/accounts/accessTokens.ts';
import { ask, startTestServer, type TestPerson, type TestServer } from '#testing/testServer.ts';
import { patienceMs } from '#testing/patience.ts';
import type { LoadGuard } from '#server/transport/loadGuard.ts';
import { createExpiry, expiryGraceMs } from './expiry.ts';

let server: TestServer;
const defaults = { password: { memoryKiB: 8, passes: 1 } };
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

/** Signals that a socket hears, and its end. */
function listen(socket: Socket): { signals: [string, unknown][]; ended: Promise<string> } {
  const signals: [string, unknown][] = [];
  socket.on(doors.signal, (name: string, data: unknown) => signals.push([name, data]));
  return { signals, ended: new Promise((resolve) => socket.once('disconnect', resolve)) };
}
const send = (socket: Socket, name: unknown, input: unknown) =>
  socket.timeout(patienceMs).emitWithAck(doors.request, name, input) as Promise<Ack<unknown>>;

describe('the handshake', () => {
  it('greets with everything the protocol promises', async () => {
    server = await startTestServer();
    const person = await server.person('ana');
    const socket = connectTo(`http://127.0.0.1:${server.port}`, {
      transports: ['websocket'],
      reconnection: false,
      auth: handshakeOf(person),
    });
    const [name, data] = await new Promise<[string, unknown]>((resolve) =>
      socket.once(doors.signal, (...event: [string, unknown]) => resolve(event)),
    );
    expect(name).toBe('hello');
    expect(serverSignals.hello.parse(data)).toMatchObject({
      proto: protocolVersion,
      gen: server.storage.gen,
      exp: person.grant.exp,
    });
    socket.disconnect();
  });

  it('works by long polling too', async () => {
    server = await startTestServer();
    const person = await server.person('ana');
    const socket = connectTo(`http://127.0.0.1:${server.port}`, {
      transports: ['polling'],
      reconnection: false,
      auth: handshakeOf(person),
    });
    await new Promise((resolve) => socket.once(doors.signal, resolve));
    expect(await ask(socket, 'heartbeat', {})).toMatchObject({ ok: true });
    socket.disconnect();
  });

  it('refuses with the code that tells the client what to do', async () => {
    server = await startTestServer();
    const ana = await server.person('ana');
    const budi = await server.person('budi');
    const gone = await server.device(ana);
    await server.rpc(ana, 'device.revoke', { id: gone.deviceId, op: crypto.randomUUID() as never });
    const cases: [TestPerson, Partial<Handshake>, string][] = [
      [ana, { token: 'x' }, 'UNAUTH'],
      [ana, { token: budi.token }, 'UNAUTH'],
      [ana, { proto: 99 }, 'PROTO'],
      [ana, { vis: 7 as never }, 'BAD'],
      [ana, { extra: 1 } as never, 'BAD'],
      [ana, { epoch: -1 }, 'BAD'],
      [ana, { token: 'x'.repeat(5_000) }, 'BAD'],
      [gone, {}, 'REVOKED'],
    ];
    for (const [person, change, code] of cases)
      await expect(server.connect(person, change)).rejects.toMatchObject({ code });
    expect(server.connections()).toBe(0);
  });

  it('turns away pages of other origins', async () => {
    server = await startTestServer();
    const person = await server.person('ana');
    const attempt = (origin: string) =>
      new Promise<string>((resolve) => {
        const socket = connectTo(`http://127.0.0.1:${server.port}`, {
          transports: ['websocket'],
          reconnection: false,
          forceNew: true,
          extraHeaders: { origin },
          auth: handshakeOf(person),
        });
        socket.once('connect', () => resolve('in'));
        socket.once('connect_error', () => resolve('out'));
      });
    expect(await attempt('https://evil.example')).toBe('out');
    expect(await attempt('null')).toBe('out');
    expect(await attempt(server.url)).toBe('in');
  });

  it('is limited per device, with a time to try again', async () => {
    // A turn comes back so late that a slow machine gains none while the twenty come.
    const rate = { connectDevice: { burst: 20, everyMs: 600_000 } };
    server = await startTestServer({ limits: { ...defaults, rate } });
    const person = await server.person('ana');
    for (let n = 0; n < 20; n += 1) (await server.connect(person)).disconnect();
    await expect(server.connect(person)).rejects.toMatchObject({ code: 'RATE', retry: expect.any(Number) });
  });
});

describe('a connection', () => {
  it('ends after the sixth packet within a minute that does not parse', async () => {
    server = await startTestServer({ limits: defaults });
    const socket = await server.connect(await server.person('ana'));
    const { ended } = listen(socket);
    for (let n = 0; n < 5; n += 1)
      expect(await send(socket, 'account.get', { n })).toMatchObject({ ok: false, code: 'BAD' });
    expect(await ask(socket, 'heartbeat', {})).toMatchObject({ ok: true });
    socket.emit('nonsense', 1);
    expect(await ended).toBe('io server disconnect');
  });

  it('counts requests without a way to answer, unknown signals and unknown events as such packets', async () => {
    server = await startTestServer({ limits: defaults });
    const person = await server.person('ana');
    const bad: ((socket: Socket) => void)[] = [
      (socket) => socket.emit(doors.request, 'heartbeat', {}),
      (socket) => socket.emit(doors.request),
      (socket) => socket.emit(doors.signal, 'typing', {}),
      (socket) => socket.emit(doors.signal, 'hello', {}),
      (socket) => socket.emit('delta', []),
    ];
    for (const packet of bad) {
      const socket = await server.connect(person);
      const { ended } = listen(socket);
      for (let n = 0; n < 6; n += 1) packet(socket);
      expect(await ended).toBe('io server disconnect');
    }
  });

  it('is slowed down, and ends when it goes on and on', async () => {
    server = await startTestServer({ limits: defaults });
    const socket = await server.connect(await server.person('ana'));
    const { ended } = listen(socket);
    const answers: Ack<unknown>[] = [];
    for (let n = 0; n < 20; n += 1) answers.push(await ask(socket, 'user.find', { handle: 'ana' }));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const refused = await ask(socket, 'user.find', { handle: 'ana' });
    expect(refused).toMatchObject({ ok: false, code: 'RATE' });
    expect(!refused.ok && refused.retry).toBeGreaterThan(1_000);
    for (let n = 0; n < 70; n += 1) socket.emit(doors.request, 'user.find', { handle: 'ana' }, () => undefined);
    expect(await ended).toBe('io server disconnect');
  });

  it('drops typing that comes too often without a word', async () => {
    server = await startTestServer({ limits: defaults });
    const socket = await server.connect(await server.person('ana'));
    for (let n = 0; n < 30; n += 1) socket.emit(doors.signal, 'typing', { c: 5 });
    expect(await ask(socket, 'heartbeat', {})).toMatchObject({ ok: true });
    expect(socket.connected).toBe(true);
  });

  it('N12: lets typing through again as soon as a message of that chat was taken, and of that chat only', async () => {
    server = await startTestServer({ limits: defaults });
    const ana = await server.person('ana');
    const ben = await server.person('ben');
    const [hers, his] = [await server.connect(ana), await server.connect(ben)];
    const { signals } = listen(his);
    const i = () => crypto.randomUUID() as never;
    const make = async (title: string) => {
      const made = await ask(hers, 'chat.create', { i: i(), kind: chatKind.group, title, users: [ben.userId] });
      if (!made.ok) throw new Error(made.code);
      return made.data.chat.h.c;
    };
    const [one, two] = [await make('one'), await make('two')];
    for (const socket of [hers, his]) await ask(socket, 'sync.open', { u: 0, have: [] });
    await ask(his, 'view.set', { v: 1, open: [one, two], pres: [], vis: 1 });
    const typed = (c: number): number =>
      signals.filter(([name, data]) => name === 'typing' && (data as { c: number }).c === c).length;
    const type = (): void => [one, two].forEach((c) => hers.emit(doors.signal, 'typing', { c }));
    type();
    await expect.poll(() => [typed(one), typed(two)]).toEqual([1, 1]);
    expect(await ask(hers, 'message.send', { c: one, items: [{ i: i(), k: 1, b: { x: 'sent' } }] })).toMatchObject({
      ok: true,
    });
    type();
    await expect.poll(() => typed(one)).toBe(2);
    expect(typed(two)).toBe(1);
  });

  it('does not survive a packet above 256 KB, and others do not notice', async () => {
    server = await startTestServer();
    const person = await server.person('ana');
    const [large, other] = [
      await server.connect(person, { epoch: 1 }),
      await server.connect(await server.person('budi')),
    ];
    const { ended } = listen(large);
    large.emit(doors.request, 'heartbeat', { x: 'x'.repeat(300_000) }, () => undefined);
    expect(await ended).toMatch(/transport/);
    expect(await ask(other, 'heartbeat', {})).toMatchObject({ ok: true });
  });

  it('answers BUSY beyond 64 requests at once, and each exactly once', async () => {
    server = await startTestServer();
    const socket = await server.connect(await server.person('ana'));
    const counts = new Map<number, number>();
    const answers = await Promise.all(
      Array.from(
        { length: 200 },
        (_, n) =>
          new Promise<Ack<unknown>>((resolve) =>
            socket.emit(doors.request, 'account.get', {}, (ack: Ack<unknown>) => {
              counts.set(n, (counts.get(n) ?? 0) + 1);
              resolve(ack);
            }),
          ),
      ),
    );
    for (const ack of answers) if (!ack.ok) expect(ack.code).toBe('BUSY');
    expect(answers.filter((ack) => ack.ok).length).toBeGreaterThanOrEqual(64);
    await ask(socket, 'heartbeat', {});
    expect([...counts.values()]).toEqual(Array.from({ length: 200 }, () => 1));
  });

  it('ends with REVOKED when its device is logged out', async () => {
    server = await startTestServer();
    const ana = await server.person('ana');
    const phone = await server.device(ana);
    const { signals, ended } = listen(await server.connect(phone));
    const here = await server.connect(ana);
    expect(await ask(here, 'device.revoke', { others: true, op: crypto.randomUUID() as never })).toEqual({
      ok: true,
      data: { revoked: 1 },
    });
    await ended;
    expect(signals).toContainEqual(['kick', { code: 'REVOKED' }]);
    expect(here.connected).toBe(true);
  });

  it('is told when the server stops', async () => {
    server = await startTestServer();
    const { signals, ended } = listen(await server.connect(await server.person('ana')));
    await server.close(50);
    expect(await ended).toBe('io server disconnect');
    const back: unknown = expect.any(Number);
    expect(signals).toEqual([['goaway', { why: 'stopping', in: 50, spread: 2_000, eps: [], back }]]);
  });
});

describe('a process that is behind', () => {
  it('turns new connections away with a time to come back, and keeps those it has', async () => {
    let level: 0 | 1 | 2 = 0;
    server = await startTestServer({ load: { level: () => level, stop: () => undefined } });
    const ana = await server.person('ana');
    const here = await server.connect(ana);
    level = 2;
    await expect(server.connect(await server.device(ana))).rejects.toMatchObject({ code: 'BUSY', retry: 2_000 });
    expect(await ask(here, 'heartbeat', {})).toMatchObject({ ok: true });
    level = 1;
    expect((await server.connect(await server.device(ana))).connected).toBe(true);
  });

  it('sends hidden tabs elsewhere at the worst, and leaves those alone that somebody looks at', async () => {
    const eps = ['https://one.example', 'https://two.example'];
    const load: LoadGuard = { level: () => level, stop: () => undefined };
    let level: ReturnType<LoadGuard['level']> = 0;
    server = await startTestServer({ load, env: { ENDPOINTS: eps.join(',') } });
    const ana = await server.person('ana');
    const shown = await server.connect(ana, { vis: 1 });
    const hidden = await server.connect(await server.device(ana), { vis: 0 });
    const later = await server.connect(await server.device(ana), { vis: 1 });
    expect(await ask(later, 'view.set', { v: 1, open: [], pres: [], vis: 0 })).toMatchObject({ ok: true });
    const heard = [shown, later].map((socket) => listen(socket).signals);
    const told = new Promise<unknown[]>((resolve) => hidden.once(doors.signal, (...signal) => resolve(signal)));
    level = 3;
    expect(await told).toEqual(['goaway', { why: 'overload', in: 10_000, spread: 10_000, eps }]);
    // A tenth of two is one: the other hidden tab is younger.
    await Promise.all([shown, later].map((socket) => ask(socket, 'heartbeat', {})));
    expect(heard).toEqual([[], []]);
    expect(hidden.connected).toBe(true);
  });

  it('puts off catching up with more chats than anybody can look at, and serves what is looked at', async () => {
    let level: 0 | 1 | 2 = 1;
    server = await startTestServer({ load: { level: () => level, stop: () => undefined } });
    const socket = await server.connect(await server.person('ana'));
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ c: (index + 1) as never, since: 0 }));
    expect(await ask(socket, 'sync.delta', { items: items(6), limit: 10 })).toEqual({
      ok: false,
      code: 'BUSY',
      retry: 3_000,
    });
    expect(await ask(socket, 'sync.delta', { items: items(5), limit: 10 })).toMatchObject({ ok: true });
    level = 0;
    expect(await ask(socket, 'sync.delta', { items: items(6), limit: 10 })).toMatchObject({ ok: true });
  });
});

describe('the end of a token', () => {
  it('is renewed by a newer token of the same session only', async () => {
    let clockMs = 1_700_000_000_000;
    server = await startTestServer({ now: () => clockMs });
    const ana = await server.person('ana');
    const socket = await server.connect(ana);
    clockMs += 5 * 60_000;
    const sessionId = server.tools.refreshTokens.parse(ana.cookie)?.sessionId ?? '';
    const newer = await server.tools.accessTokens.issue({ userId: ana.userId, deviceId: ana.deviceId, sessionId });
    expect(await ask(socket, 'auth.renew', { token: newer.token })).toEqual({ ok: true, data: { exp: newer.exp } });
    const other = await server.device(ana);
    expect(await ask(socket, 'auth.renew', { token: other.token })).toMatchObject({ ok: false, code: 'UNAUTH' });
    clockMs += accessTokenMs;
    expect(await ask(socket, 'auth.renew', { token: newer.token })).toMatchObject({ ok: false, code: 'UNAUTH' });
  });

  it('ends the connection one minute later, and not when a newer one came', () => {
    vi.useFakeTimers();
    const ends: string[] = [];
    const start = Date.now();
    const renewed = createExpiry(start + 600_000, Date.now, () => void ends.push('renewed'));
    createExpiry(start + 600_000, Date.now, () => void ends.push('silent'));
    const gone = createExpiry(start + 600_000, Date.now, () => void ends.push('gone'));
    gone.stop();
    vi.advanceTimersByTime(600_000 + expiryGraceMs - 1);
    expect(ends).toEqual([]);
    renewed.extend(start + 1_200_000);
    // An older token must not shorten it again.
    renewed.extend(start + 700_000);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual(['silent']);
    vi.advanceTimersByTime(600_000);
    expect(ends).toEqual(['silent', 'renewed']);
  });
});

function handshakeOf(person: TestPerson): Handshake {
  return {
    token: person.token,
    device: person.deviceId,
    epoch: 1,
    conn: 'c1',
    proto: protocolVersion,
    app: 'test',
    vis: 1,
  };
}
