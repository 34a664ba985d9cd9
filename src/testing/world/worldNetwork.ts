import { copyPlain } from '#base/copyPlain.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import type { Ack, WireError } from '#protocol/errors.ts';
import type { Handshake } from '#protocol/handshake.ts';
import type { RequestName } from '#protocol/requests.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import type { Clock, Connection, ConnectionHandlers, Rpc, Transport } from '#sync/ports.ts';

/** One connection as the server holds it. */
export interface ServerEnd {
  delta(deltas: Delta[]): void;
  signal(signal: ServerSignal): void;
  /** The server ends it; what it has sent before still arrives. */
  close(why: string): void;
  /** The connection is over, for whatever reason. */
  isGone(): boolean;
  /** It takes no packets now. */
  isFull(): boolean;
}

/** A server as it looks from the network. Answers may take as long as they like, and several requests of one connection are under way together. */
export interface WorldDoor {
  /** Calls `admit` before it sends anything, or answers why it refuses. */
  accept(end: ServerEnd, auth: Handshake, admit: () => void): Promise<WireError | undefined>;
  /** `end` is absent over HTTP; `epoch` then comes with the request. */
  request(
    from: { end: ServerEnd } | { epoch: number | undefined },
    name: RequestName,
    input: unknown,
  ): Promise<Ack<unknown>>;
  hear(end: ServerEnd, name: string, data: unknown): void;
  left(end: ServerEnd): void;
}

/** The network of one browser, under the hand of a test. What is sent on one connection stays in order, per direction. */
export interface WorldNetwork {
  /** The ports of one tab; `die` ends its connections as the end of its process does. While `isAsleep` says so nothing arrives at the tab. */
  tab(isAsleep: () => boolean): { transport: Transport; rpc: Rpc; die(): void };
  /** While false nothing is reached and nothing moves; connections stay half open. */
  isUp: boolean;
  /** While true, nothing moves but by `step`. */
  isHeld: boolean;
  /** While true, what the server sends stays under way; what is sent to it arrives. */
  isDeaf: boolean;
  /** While true, connections take nothing from the server beside answers. */
  isFull: boolean;
  /** So many of the next requests reach the server twice, the second time late; one answer is enough. */
  repeats: number;
  /** Moves what waits, after `isUp` or `isHeld` has changed. */
  release(): void;
  /** Moves one message, of the queue chosen by `pick` (0 ≤ x < 1). */
  step(pick: number): void;
  /** Present connections carry nothing any more and nobody is told, as when a router forgets them; new ones work. Both ends give them up later. */
  silence(): void;
  /** Resets all connections. `late`: what was sent to the server still arrives there, and only the answers are lost. */
  cut(late: boolean): void;
}

type Queue = (() => void)[];

/** A connection or one HTTP exchange: two queues and an end. */
interface Wire {
  readonly toServer: Queue;
  readonly toClient: Queue;
  /** nothing moves on it any more */
  isSilent: boolean;
  readonly isAsleep: () => boolean;
  /** Both ends have heard nothing for too long. */
  giveUp(): void;
  /** Both sides learn that it is over. */
  reset(why: string): void;
}

/** Either end gives up a connection that is silent for this long, ms: ping interval and time limit. */
const pingMs = 22_000;
/** How late the second copy of a request comes, ms. */
const repeatMs = 400;

/** What waits and may move. */
function fullQueues(wires: Iterable<Wire>, isDeaf: boolean): Queue[] {
  const full: Queue[] = [];
  for (const { toServer, toClient, isSilent, isAsleep } of wires) {
    if (isSilent) continue;
    if (toServer.length > 0) full.push(toServer);
    if (toClient.length > 0 && !isDeaf && !isAsleep()) full.push(toClient);
  }
  return full;
}

/** Makes the network between one browser and a server. `clock`: for the time limits of requests. */
export function worldNetwork(door: WorldDoor, clock: Clock): WorldNetwork {
  const wires = new Set<Wire>();
  const queues = (): Queue[] => fullQueues(wires, network.isDeaf);
  let isPumping = false;
  const pump = (): void => {
    isPumping = false;
    for (let full = queues(); full.length > 0 && network.isUp && !network.isHeld; full = queues())
      for (const queue of full) queue.shift()?.();
  };
  const wake = (): void => {
    if (isPumping) return;
    isPumping = true;
    queueMicrotask(pump);
  };
  const network: WorldNetwork = {
    ...{ isUp: true, isHeld: false, isDeaf: false, isFull: false, repeats: 0 },
    tab(isAsleep) {
      const own = new Set<Wire>();
      const isRepeated = (): boolean => network.repeats > 0 && (network.repeats -= 1) >= 0;
      const way: Way = {
        door,
        clock,
        wires,
        own,
        wake,
        isUp: () => network.isUp,
        isFull: () => network.isFull,
        isAsleep,
        isRepeated,
      };
      return {
        transport: { connect: (_endpoint, auth, handlers, limitMs) => openWire(way, { auth, handlers, limitMs }) },
        rpc: { call: (name, input, options) => callOnce(way, name, input, options) as never },
        die() {
          for (const wire of own) wire.reset('the tab has died');
        },
      };
    },
    release: wake,
    step(pick) {
      const full = queues();
      full[Math.floor(pick * full.length)]?.shift()?.();
    },
    silence() {
      for (const wire of wires) {
        if (wire.isSilent) continue;
        wire.isSilent = true;
        clock.after(pingMs, () => wire.giveUp());
      }
    },
    cut(late) {
      for (const wire of wires) {
        while (late && wire.toServer.length > 0) wire.toServer.shift()?.();
        wire.reset('cut');
      }
    },
  };
  return network;
}

interface Way {
  readonly door: WorldDoor;
  readonly clock: Clock;
  readonly wires: Set<Wire>;
  /** those of one tab */
  readonly own: Set<Wire>;
  wake(): void;
  isUp(): boolean;
  isFull(): boolean;
  isAsleep(): boolean;
  /** Asked once for each request: whether it arrives twice. */
  isRepeated(): boolean;
}

function addWire(way: Way, reset: (why: string) => void, giveUp: () => void): Wire & { remove(): void } {
  const wire = {
    ...{ toServer: [] as Queue, toClient: [] as Queue },
    ...{ isSilent: false, isAsleep: way.isAsleep, reset, giveUp },
    remove() {
      way.wires.delete(wire);
      way.own.delete(wire);
    },
  };
  way.wires.add(wire);
  way.own.add(wire);
  return wire;
}

async function callOnce(
  way: Way,
  name: RequestName,
  input: unknown,
  options: { epoch?: number; timeoutMs?: number } = {},
): Promise<Ack<unknown>> {
  if (!way.isUp()) return { ok: false, code: 'UNAVAILABLE' };
  const done = Promise.withResolvers<Ack<unknown>>();
  const over = (): void => done.resolve({ ok: false, code: 'UNAVAILABLE' });
  const wire = addWire(way, over, over);
  const asked = copyPlain(input);
  wire.toServer.push(() => {
    const ask = (): Promise<Ack<unknown>> => way.door.request({ epoch: options.epoch }, name, copyPlain(asked));
    void ask().then((ack) => {
      wire.toClient.push(() => done.resolve(copyPlain(ack)));
      way.wake();
    });
    if (way.isRepeated()) way.clock.after(repeatMs, () => void ask());
  });
  const cancel = way.clock.after(options.timeoutMs ?? 15_000, () => done.resolve({ ok: false, code: 'TIMEOUT' }));
  way.wake();
  const ack = await done.promise;
  cancel();
  wire.remove();
  return ack;
}

interface Opening {
  auth: Handshake;
  handlers: ConnectionHandlers;
  limitMs: number;
}

async function openWire(way: Way, { auth, handlers, limitMs }: Opening): Promise<Ack<Connection>> {
  if (!way.isUp()) return { ok: false, code: 'UNAVAILABLE' };
  const waiting = new Set<(ack: Ack<never>) => void>();
  const accepted = Promise.withResolvers<Ack<Connection>>();
  /** Over for the client; the server may not know it yet. */
  let isOver = false;
  let isLeft = false;
  const endClient = (): boolean => {
    if (isOver) return false;
    isOver = true;
    for (const answer of waiting) answer({ ok: false, code: 'TIMEOUT' });
    return true;
  };
  function endServer(): void {
    wire.remove();
    if (!isLeft) way.door.left(end);
    isLeft = true;
  }
  const reset = (why: string): void => {
    endServer();
    accepted.resolve({ ok: false, code: 'UNAVAILABLE' });
    if (endClient()) handlers.onClose(why);
  };
  const wire = addWire(way, reset, () => reset('ping timeout'));
  const toClient = (work: () => void): void => {
    if (isLeft) return;
    wire.toClient.push(() => void (isOver || work()));
    way.wake();
  };
  const end: ServerEnd = {
    delta: (deltas) => toClient(() => handlers.onDelta(copyPlain(deltas))),
    signal: (signal) => toClient(() => handlers.onSignal(copyPlain(signal))),
    close(why) {
      // Whatever the client sends from now on is not read any more.
      wire.toServer.length = 0;
      toClient(() => wire.reset(why));
      if (!isLeft) way.door.left(end);
      isLeft = true;
    },
    isGone: () => isLeft,
    isFull: way.isFull,
  };
  const hangUp = (): void => {
    if (!endClient()) return;
    // What was sent before is read before.
    wire.toServer.push(endServer);
    way.wake();
  };
  const connection = toConnection(way, { wire, end, waiting, toClient, isOver: () => isOver, hangUp });
  const answered = (ack: Ack<Connection>): void => toClient(() => accepted.resolve(ack));
  wire.toServer.push(() => knock(way, end, auth, (refusal) => answered(refusal ?? { ok: true, data: connection })));
  const cancel = way.clock.after(limitMs, () => {
    hangUp();
    accepted.resolve({ ok: false, code: 'TIMEOUT' });
  });
  way.wake();
  const answer = await accepted.promise;
  cancel();
  return answer;
}

/** The handshake; `answered` hears of a refusal, or of nothing wrong. */
function knock(way: Way, end: ServerEnd, auth: Handshake, answered: (refusal?: WireError) => void): void {
  void way.door
    .accept(end, copyPlain(auth), () => answered())
    .then((refusal) => {
      if (!refusal) return;
      answered(refusal);
      end.close('refused');
    });
}

interface ClientEnd {
  readonly wire: Wire;
  readonly end: ServerEnd;
  /** requests without an answer */
  readonly waiting: Set<(ack: Ack<never>) => void>;
  toClient(work: () => void): void;
  isOver(): boolean;
  hangUp(): void;
}

function toConnection(way: Way, { wire, end, waiting, toClient, isOver, hangUp }: ClientEnd): Connection {
  return {
    async request(name, input, limitMs) {
      if (isOver()) return { ok: false, code: 'TIMEOUT' };
      const done = Promise.withResolvers<Ack<never>>();
      waiting.add(done.resolve);
      const asked = copyPlain(input);
      wire.toServer.push(() => {
        const ask = (): Promise<Ack<unknown>> => way.door.request({ end }, name, copyPlain(asked));
        void ask().then((ack) => toClient(() => done.resolve(copyPlain(ack) as Ack<never>)));
        if (way.isRepeated()) way.clock.after(repeatMs, () => void (end.isGone() || ask()));
      });
      const cancel = way.clock.after(limitMs, () => done.resolve({ ok: false, code: 'TIMEOUT' }));
      way.wake();
      const ack = await done.promise;
      cancel();
      waiting.delete(done.resolve);
      return ack;
    },
    signal(name, data) {
      if (isOver()) return;
      wire.toServer.push(() => way.door.hear(end, name, copyPlain(data)));
      way.wake();
    },
    close: hangUp,
  };
}
