import { copyPlain } from '#base/copyPlain.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { Ack, WireError } from '#protocol/errors.ts';
import type { Handshake } from '#protocol/handshake.ts';
import type { RequestName } from '#protocol/requests.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import type { Clock, Connection, ConnectionHandlers, Rpc, Transport } from '#sync/ports.ts';

/** One accepted connection as the server sees it. */
export interface ServerSocket {
  readonly auth: Handshake;
  delta(deltas: Delta[]): void;
  signal(signal: ServerSignal): void;
  /** Ends the connection; what is still on its way to the client is lost. */
  close(why: string): void;
}

/** What a server looks like from the network. */
export interface ServerSide {
  /** Accepts a connection (undefined) or refuses it. */
  accept(socket: ServerSocket): WireError | undefined;
  /** Answers a request; `socket` is absent over HTTP. */
  request(socket: ServerSocket | undefined, name: RequestName, input: unknown): Promise<Ack<unknown>> | Ack<unknown>;
  /** A signal of the client; a server that does not care leaves it out. */
  hear?(socket: ServerSocket, name: string, data: unknown): void;
  left(socket: ServerSocket): void;
}

/** The network between one engine and a server, under the hand of a test. */
export interface FakeNetwork {
  transport: Transport;
  rpc: Rpc;
  /** While false, connecting fails, requests find no server, and existing connections say nothing. */
  isUp: boolean;
  /** While true, nothing moves until `flush` or `step`. */
  isHeld: boolean;
  /** Delivers everything that is under way, and what that causes. */
  flush(): Promise<void>;
  /** Delivers one message of the connection chosen by `pick` (0 ≤ x < 1); false when nothing is under way. */
  step(pick: number): Promise<boolean>;
  /** Number of messages under way. */
  underWay(): number;
  /** Ends all connections at once, losing what is under way in both directions. */
  cut(): void;
  /** Loses everything that is under way from the server to the client, and leaves the connections open. */
  loseAnswers(): void;
  /** Addresses that connections were asked for, in order. */
  readonly asked: readonly string[];
  /** Addresses at which nobody answers. */
  readonly dead: Set<string>;
  /** Number of connections that were accepted so far. */
  accepted(): number;
}

/** Makes a network to `server`. Order is kept per connection and direction; HTTP requests are each on their own. */
export function fakeNetwork(server: ServerSide, clock: Clock): FakeNetwork {
  const wires = new Set<Wire>();
  let acceptedCount = 0;
  const asked: string[] = [];
  const queues = (): Queue[] =>
    [...wires].flatMap((wire) => [wire.toServer, wire.toClient]).filter((queue) => queue.length > 0);
  const way: Way = {
    server,
    clock,
    wires,
    wake() {
      if (network.isHeld || !network.isUp) return;
      queueMicrotask(() => {
        if (!network.isHeld && network.isUp) void network.flush();
      });
    },
  };
  const network: FakeNetwork = {
    isUp: true,
    isHeld: false,
    asked,
    dead: new Set(),
    transport: {
      async connect(endpoint, auth, handlers, timeoutMs) {
        asked.push(endpoint);
        if (!network.isUp || network.dead.has(endpoint)) return { ok: false, code: 'UNAVAILABLE' };
        const answer = await openWire(way, auth, handlers, timeoutMs);
        if (answer.ok) acceptedCount += 1;
        return answer;
      },
    },
    rpc: {
      async call(name, input, options) {
        if (!network.isUp) return { ok: false, code: 'UNAVAILABLE' };
        return (await callOnce(way, name, input, options?.timeoutMs ?? 10_000)) as never;
      },
    },
    async flush() {
      while (await network.step(0));
    },
    async step(pick) {
      const full = queues();
      const queue = full[Math.floor(pick * full.length)];
      if (!queue) return false;
      await queue.shift()?.();
      return true;
    },
    underWay: () => queues().reduce((sum, queue) => sum + queue.length, 0),
    cut() {
      for (const wire of wires) wire.close('cut');
    },
    loseAnswers() {
      for (const wire of wires) wire.toClient.length = 0;
    },
    accepted: () => acceptedCount,
  };
  return network;
}

type Queue = (() => void | Promise<void>)[];

interface Wire {
  toServer: Queue;
  toClient: Queue;
  close(why: string): void;
}

interface Way {
  server: ServerSide;
  clock: Clock;
  wires: Set<Wire>;
  /** Something is under way: deliver it, unless the test does that by hand. */
  wake(): void;
}

async function callOnce(way: Way, name: RequestName, input: unknown, timeoutMs: number): Promise<Ack<unknown>> {
  const done = Promise.withResolvers<Ack<unknown>>();
  const wire: Wire = { toServer: [], toClient: [], close: () => done.resolve({ ok: false, code: 'UNAVAILABLE' }) };
  way.wires.add(wire);
  const asked = copyPlain(input);
  wire.toServer.push(async () => {
    const ack = await way.server.request(undefined, name, asked);
    wire.toClient.push(() => done.resolve(copyPlain(ack)));
    way.wake();
  });
  const cancel = way.clock.after(timeoutMs, () => done.resolve({ ok: false, code: 'TIMEOUT' }));
  way.wake();
  const ack = await done.promise;
  cancel();
  way.wires.delete(wire);
  return ack;
}

async function openWire(
  way: Way,
  auth: Handshake,
  handlers: ConnectionHandlers,
  timeoutMs: number,
): Promise<Ack<Connection>> {
  const open = new Set<(ack: Ack<unknown>) => void>();
  let isOver = false;
  const wire: Wire = { toServer: [], toClient: [], close: (why) => end(why, true) };
  const toClient = (work: () => void): void => {
    if (isOver) return;
    wire.toClient.push(work);
    way.wake();
  };
  const socket: ServerSocket = {
    auth: copyPlain(auth),
    delta: (deltas) => toClient(() => handlers.onDelta(copyPlain(deltas))),
    signal: (signal) => toClient(() => handlers.onSignal(copyPlain(signal))),
    close: (why) => toClient(() => end(why, true)),
  };
  const end = (why: string, tells: boolean): void => {
    if (isOver) return;
    isOver = true;
    way.wires.delete(wire);
    way.server.left(socket);
    for (const answer of open) answer({ ok: false, code: 'TIMEOUT' });
    if (tells) handlers.onClose(why);
  };
  const connection: Connection = {
    request: ((name: RequestName, input: unknown, limitMs: number) =>
      askOver(
        way,
        { wire, socket, open, toClient, isOver: () => isOver },
        { name, input, limitMs },
      )) as Connection['request'],
    signal: (name, data) => void wire.toServer.push(() => way.server.hear?.(socket, name, data)),
    close: () => end('closed by the client', false),
  };
  const accepted = Promise.withResolvers<Ack<Connection>>();
  wire.toServer.push(() => {
    const refusal = way.server.accept(socket);
    if (refusal) end('refused', false);
    accepted.resolve(refusal ?? { ok: true, data: connection });
  });
  way.wires.add(wire);
  const cancel = way.clock.after(timeoutMs, () => {
    end('timeout', false);
    accepted.resolve({ ok: false, code: 'TIMEOUT' });
  });
  way.wake();
  const answer = await accepted.promise;
  cancel();
  return answer;
}

interface OpenEnd {
  wire: Wire;
  socket: ServerSocket;
  /** requests without an answer */
  open: Set<(ack: Ack<unknown>) => void>;
  toClient(work: () => void): void;
  isOver(): boolean;
}

async function askOver(
  way: Way,
  { wire, socket, open, toClient, isOver }: OpenEnd,
  { name, input, limitMs }: { name: RequestName; input: unknown; limitMs: number },
): Promise<Ack<unknown>> {
  if (isOver()) return { ok: false, code: 'TIMEOUT' };
  const done = Promise.withResolvers<Ack<unknown>>();
  open.add(done.resolve);
  const asked = copyPlain(input);
  wire.toServer.push(async () => {
    const ack = await way.server.request(socket, name, asked);
    toClient(() => done.resolve(copyPlain(ack)));
  });
  const cancel = way.clock.after(limitMs, () => done.resolve({ ok: false, code: 'TIMEOUT' }));
  way.wake();
  const ack = await done.promise;
  cancel();
  open.delete(done.resolve);
  return ack;
}
