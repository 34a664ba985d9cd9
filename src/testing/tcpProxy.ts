import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delayQueue, type DelayQueue } from './delayQueue.ts';

/** How a line behaves. `cut`: connections are reset and new ones refused. `hole`: bytes vanish, nothing closes. Times in ms, rate in bytes per second. */
export interface LineState {
  mode: 'open' | 'cut' | 'hole';
  latencyMs: number;
  bytesPerSecond: number;
}

interface Budget {
  left: number;
}

/** One direction of a connection. `freeAt`: when the bytes before have left, monotonic ms. */
interface Pump {
  queue: DelayQueue;
  freeAt: number;
}

const openLine: LineState = { mode: 'open', latencyMs: 0, bytesPerSecond: Infinity };

/** A TCP proxy on loopback whose line can be cut, swallowed or slowed while it runs. One per person, so that each has a network of their own. */
export class TcpProxy {
  #server: Server;
  #sockets = new Set<Socket>();
  /** per connection, how many more bytes it may carry in both directions together */
  #budgets = new Set<Budget>();
  #pumps = new Set<Pump>();
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
    if (wasHole) for (const socket of this.#sockets) socket.resetAndDestroy();
    for (const pump of this.#pumps) {
      pump.freeAt = 0;
      pump.queue.hurry();
    }
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
      this.#upgraded.add(near);
      near.on('close', () => this.#upgraded.delete(near));
    });
    this.#pump(near, far, budget);
    this.#pump(far, near, budget);
  }

  #pump(from: Socket, to: Socket, budget: Budget): void {
    const queue = delayQueue();
    const pump: Pump = { queue, freeAt: 0 };
    this.#pumps.add(pump);
    from.on('data', (bytes: Buffer) => {
      const { mode, latencyMs, bytesPerSecond } = this.#state;
      if (mode !== 'open') return;
      const now = performance.now();
      pump.freeAt = Math.max(pump.freeAt, now) + (bytes.length / bytesPerSecond) * 1000;
      queue.add(() => this.#pass(bytes, from, to, budget), pump.freeAt - now + latencyMs);
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
      this.#pumps.delete(pump);
    });
  }

  #pass(bytes: Buffer, from: Socket, to: Socket, budget: Budget): void {
    if (this.#state.mode !== 'open' || to.destroyed) return;
    if (bytes.length <= budget.left) {
      budget.left -= bytes.length;
      to.write(bytes);
      return;
    }
    // The part before the cut arrives; a reset at once would take it back from the receiver's queue.
    to.end(bytes.subarray(0, budget.left));
    budget.left = 0;
    from.resetAndDestroy();
  }
}
