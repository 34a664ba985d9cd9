import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * How a line behaves. `cut`: connections are reset and new ones refused. `hole`: bytes vanish, nothing closes. Latency of one way, ms; rate of each direction
 * in bytes per second, shared by all connections.
 */
export interface LineState {
  mode: 'open' | 'cut' | 'hole';
  latencyMs: number;
  bytesPerSecond: number;
}

/** Bytes that have passed, or the request for a WebSocket as it reached the line. `up`: to the server. */
export type LineEvent = { t: 'bytes'; way: 'up' | 'down'; length: number } | { t: 'webSocket' };

const openLine: LineState = { mode: 'open', latencyMs: 0, bytesPerSecond: Infinity };

/** A TCP proxy on loopback whose line can be cut, swallowed or slowed while it runs. One per person, so that each has a network of their own. */
export class TcpProxy {
  #server: Server;
  #sockets = new Set<Socket>();
  #upgraded = new Set<Socket>();
  #state: LineState = openLine;
  #targetPort: number;
  #port = 0;
  /** when each direction has sent what it was given so far, ms */
  #freeAt = { up: 0, down: 0 };
  #listener: (event: LineEvent) => void = () => undefined;

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

  /** Swallows everything in both directions; connections stay half open, as on a dead radio link. */
  hole(): void {
    this.#state = { ...this.#state, mode: 'hole' };
  }

  slow(options: { latencyMs?: number; bytesPerSecond?: number }): void {
    this.#state = { ...this.#state, ...options };
  }

  /** A clean, fast line again. What a hole swallowed stays lost, so its connections are reset. */
  heal(): void {
    const wasHole = this.#state.mode === 'hole';
    this.#state = openLine;
    this.#freeAt = { up: 0, down: 0 };
    if (wasHole) for (const socket of this.#sockets) socket.resetAndDestroy();
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
    this.#pump(near, far, 'up');
    this.#pump(far, near, 'down');
  }

  #pump(from: Socket, to: Socket, way: 'up' | 'down'): void {
    // What one side says arrives in the order in which it was said, however the line changes meanwhile.
    const waiting: { due: number; work: () => void }[] = [];
    const drain = (): void => {
      for (let next = waiting[0]; next && next.due <= performance.now() + 0.5; next = waiting[0]) {
        waiting.shift();
        next.work();
      }
      const [next] = waiting;
      if (next) setTimeout(drain, next.due - performance.now());
    };
    const plan = (due: number, work: () => void): void => {
      waiting.push({ due: Math.max(due, waiting.at(-1)?.due ?? 0), work });
      if (waiting.length === 1) drain();
    };
    from.on('data', (bytes) => {
      const { mode, latencyMs, bytesPerSecond } = this.#state;
      if (mode !== 'open') return;
      const sent = Math.max(this.#freeAt[way], performance.now()) + (bytes.length / bytesPerSecond) * 1000;
      this.#freeAt[way] = sent;
      plan(sent + latencyMs, () => {
        if (this.#state.mode !== 'open' || to.destroyed) return;
        this.#listener({ t: 'bytes', way, length: bytes.length });
        to.write(bytes);
      });
    });
    from.on('end', () => {
      if (this.#state.mode === 'open') plan(performance.now() + this.#state.latencyMs, () => to.end());
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      if (this.#state.mode !== 'hole') plan(performance.now() + this.#state.latencyMs, () => to.destroy());
    });
  }
}
