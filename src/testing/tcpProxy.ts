import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delayQueue, type DelayQueue } from './delayQueue.ts';

/**
 * How a line behaves. `cut`: connections are reset and new ones refused. `hole`: bytes vanish, nothing closes. Latency of one way, ms; rate of each direction
 * in bytes per second, shared by all connections.
 */
export interface LineState {
  mode: 'open' | 'cut' | 'hole';
  latencyMs: number;
  bytesPerSecond: number;
}

interface Budget {
  left: number;
}

/** Bytes that have passed, or the request for a WebSocket as it reached the line. `up`: to the server. */
export type LineEvent = { t: 'bytes'; way: Way; length: number } | { t: 'webSocket' };
type Way = 'up' | 'down';

/** One connection: where its bytes go, and how many more it may carry. */
interface Pipe {
  from: Socket;
  to: Socket;
  way: Way;
  budget: Budget;
}

const openLine: LineState = { mode: 'open', latencyMs: 0, bytesPerSecond: Infinity };

/** A TCP proxy on loopback whose line can be cut, swallowed or slowed while it runs. One per person, so that each has a network of their own. */
export class TcpProxy {
  #server: Server;
  #sockets = new Set<Socket>();
  /** per connection, how many more bytes it may carry in both directions together */
  #budgets = new Set<Budget>();
  #queues = new Set<DelayQueue>();
  /** when each direction has sent what it was given so far, monotonic ms */
  #freeAt = { up: 0, down: 0 };
  #listener: (event: LineEvent) => void = () => undefined;
  #upgraded = new Set<Socket>();
  #state: LineState = openLine;
  #targetPort: number;
  #port = 0;

  constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = createServer({ allowHalfOpen: true }, (near) => this.#bridge(near));
  }

  /** Listens on 127.0.0.1; 0 asks for a free port. Answers the port. */
  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return this.#port;
  }

  get port(): number {
    return this.#port;
  }

  /** How many WebSockets are open through this line now. */
  get webSockets(): number {
    return this.#upgraded.size;
  }

  /** Hears what passes; one listener at a time. */
  onEvent(listener: (event: LineEvent) => void): void {
    this.#listener = listener;
  }

  /** Points new connections at another server, for a restart on another port. */
  retarget(port: number): void {
    this.#targetPort = port;
  }

  /** Resets every connection and refuses new ones. */
  cut(): void {
    this.#state = { ...this.#state, mode: 'cut' };
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Resets every connection in the middle of what it carries: after so many more bytes, counted in both directions together. New connections are not concerned. */
  cutAfter(bytes: number): void {
    for (const budget of this.#budgets) budget.left = bytes;
  }

  /** Swallows everything in both directions; connections stay half open, as on a dead radio link. */
  hole(): void {
    this.#state = { ...this.#state, mode: 'hole' };
  }

  slow(options: { latencyMs?: number; bytesPerSecond?: number }): void {
    this.#state = { ...this.#state, ...options };
  }

  /** A clean, fast line again: what is under way arrives now, before anything later. What a hole swallowed stays lost, so its connections are reset. */
  heal(): void {
    const wasHole = this.#state.mode === 'hole';
    this.#state = openLine;
    this.#freeAt = { up: 0, down: 0 };
    if (wasHole) for (const socket of this.#sockets) socket.resetAndDestroy();
    for (const queue of this.#queues) queue.hurry();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #bridge(near: Socket): void {
    if (this.#state.mode === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ port: this.#targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const budget: Budget = { left: Infinity };
    this.#budgets.add(budget);
    near.on('close', () => this.#budgets.delete(budget));
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => this.#sockets.delete(socket));
    }
    near.once('data', (bytes: Buffer) => {
      if (!/^upgrade: websocket/im.test(bytes.toString('latin1'))) return;
      this.#listener({ t: 'webSocket' });
      this.#upgraded.add(near);
      near.on('close', () => this.#upgraded.delete(near));
    });
    this.#pump({ from: near, to: far, way: 'up', budget });
    this.#pump({ from: far, to: near, way: 'down', budget });
  }

  #pump(pipe: Pipe): void {
    const { from, to, way } = pipe;
    const queue = delayQueue();
    this.#queues.add(queue);
    from.on('data', (bytes: Buffer) => {
      const { mode, latencyMs, bytesPerSecond } = this.#state;
      if (mode !== 'open') return;
      const now = performance.now();
      this.#freeAt[way] = Math.max(this.#freeAt[way], now) + (bytes.length / bytesPerSecond) * 1000;
      queue.add(() => this.#pass(bytes, pipe), this.#freeAt[way] - now + latencyMs);
    });
    from.on('end', () => {
      if (this.#state.mode === 'open') queue.add(() => to.end(), this.#state.latencyMs);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      if (this.#state.mode !== 'hole') queue.add(() => to.destroy(), this.#state.latencyMs);
    });
    to.on('close', () => {
      queue.clear();
      this.#queues.delete(queue);
    });
  }

  #pass(bytes: Buffer, { from, to, way, budget }: Pipe): void {
    if (this.#state.mode !== 'open' || to.destroyed) return;
    if (bytes.length <= budget.left) {
      budget.left -= bytes.length;
      this.#listener({ t: 'bytes', way, length: bytes.length });
      to.write(bytes);
      return;
    }
    // The part before the cut arrives; a reset at once would take it back from the receiver's queue.
    to.end(bytes.subarray(0, budget.left));
    budget.left = 0;
    from.resetAndDestroy();
  }
}
