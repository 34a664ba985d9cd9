import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toDeviceId } from '#protocol/casts.ts';
import type { Handshake } from '#protocol/handshake.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import type { Connection } from '#sync/ports.ts';
import { socketTransport } from './socketTransport.ts';
import { patienceMs } from '#testing/patience.ts';

const auth: Handshake = { token: 't', device: toDeviceId('d'), epoch: 1, conn: 'c', proto: 1, app: '0', vis: 1 };
const head = { c: 1, rev: 1, n: 1, b: 1, cnt: 2, mr: 0, ls: 1 };

let http: HttpServer;
let io: Server;
let endpoint: string;
let accepted: Promise<Socket>;

beforeEach(async () => {
  http = createServer();
  io = new Server(http);
  accepted = new Promise((resolve) => io.on('connection', resolve));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await io.close();
});

function listener() {
  const heard = {
    deltas: [] as number[],
    signals: [] as ServerSignal[],
    closed: [] as string[],
    warned: [] as string[],
  };
  const next = (list: unknown[]) => expect.poll(() => list.length, { timeout: patienceMs });
  return {
    heard,
    next,
    handlers: {
      onDelta: (deltas: { c: number }[]) => heard.deltas.push(...deltas.map(({ c }) => c)),
      onSignal: (signal: ServerSignal) => heard.signals.push(signal),
      onClose: (why: string) => heard.closed.push(why),
    },
    log: { debug: () => undefined, warn: (event: string) => heard.warned.push(event) },
  };
}

async function connect(ear: ReturnType<typeof listener>): Promise<Connection> {
  const answer = await socketTransport(ear.log).connect(endpoint, auth, ear.handlers, 5_000);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
}

describe('connecting', () => {
  it('hands the handshake over and hears what the server says at once', async () => {
    io.use((socket, next) => {
      expect(socket.handshake.auth).toEqual(auth);
      next();
    });
    io.on('connection', (socket) => socket.emit('signal', 'tick', { t: 1, heads: [] }));
    const ear = listener();
    await connect(ear);
    await ear.next(ear.heard.signals).toBe(1);
  });

  it('answers a refusal with its code and wait', async () => {
    io.use((_, next) => next(Object.assign(new Error('no'), { data: { code: 'BUSY', retry: 40 } })));
    const ear = listener();
    expect(await socketTransport(ear.log).connect(endpoint, auth, ear.handlers, 5_000)).toEqual({
      ok: false,
      code: 'BUSY',
      retry: 40,
    });
    expect(ear.heard.closed).toEqual([]);
  });

  it('answers UNAVAILABLE where nobody listens', async () => {
    await io.close();
    const ear = listener();
    expect(await socketTransport(ear.log).connect(endpoint, auth, ear.handlers, 5_000)).toEqual({
      ok: false,
      code: 'UNAVAILABLE',
    });
  });

  it('gives up on a server that never answers', async () => {
    io.use(() => undefined);
    const ear = listener();
    expect(await socketTransport(ear.log).connect(endpoint, auth, ear.handlers, 300)).toEqual({
      ok: false,
      code: 'TIMEOUT',
    });
  });
});

describe('a connection', () => {
  it('checks everything that comes in: bad deltas and signals are dropped, good ones beside them are not', async () => {
    const ear = listener();
    await connect(ear);
    const socket = await accepted;
    socket.emit('delta', [{ c: 1, a: 0, b: 1, head }, { c: 'x' }, { c: 2, a: 0, b: 1, head: { ...head, c: 2 } }]);
    socket.emit('signal', 'tick', { t: 'noon' });
    socket.emit('signal', 'constructor', {});
    socket.emit('signal', 'tick', { t: 1, heads: [[1, 2]] });
    await ear.next(ear.heard.signals).toBe(1);
    expect(ear.heard.deltas).toEqual([1, 2]);
    expect(ear.heard.signals).toEqual([{ name: 'tick', data: { t: 1, heads: [[1, 2]] } }]);
    expect(ear.heard.warned).toEqual(['socket.badDelta', 'socket.badSignal']);
  });

  it('N1: answers requests with the checked ack, the refusal, or INTERNAL for what is neither', async () => {
    const ear = listener();
    const connection = await connect(ear);
    const replies = [{ ok: true, data: { t: 5 } }, { ok: false, code: 'RATE', retry: 9 }, { ok: true, data: {} }, null];
    (await accepted).on('request', (_name: string, _input: unknown, ack: (answer: unknown) => void) =>
      ack(replies.shift()),
    );
    expect(await connection.request('heartbeat', {}, patienceMs)).toEqual({ ok: true, data: { t: 5 } });
    expect(await connection.request('heartbeat', {}, patienceMs)).toEqual({ ok: false, code: 'RATE', retry: 9 });
    expect(await connection.request('heartbeat', {}, patienceMs)).toEqual({ ok: false, code: 'INTERNAL' });
    expect(await connection.request('heartbeat', {}, patienceMs)).toEqual({ ok: false, code: 'INTERNAL' });
  });

  it('answers TIMEOUT for silence and for a lost connection, says once that it is closed, and never comes back', async () => {
    const ear = listener();
    const connection = await connect(ear);
    expect(await connection.request('heartbeat', {}, 100)).toEqual({ ok: false, code: 'TIMEOUT' });
    const waiting = connection.request('heartbeat', {}, 60_000);
    (await accepted).disconnect(true);
    expect(await waiting).toEqual({ ok: false, code: 'TIMEOUT' });
    await ear.next(ear.heard.closed).toBe(1);
    expect(await connection.request('heartbeat', {}, 60_000)).toEqual({ ok: false, code: 'TIMEOUT' });
    expect(io.engine.clientsCount).toBe(0);
  });
});
