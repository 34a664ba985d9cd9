import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { doors } from '#protocol/handshake.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { SwarmOrder } from './SwarmMessages.ts';

/** One connected client. */
export interface Wire {
  /** Asks and does not wait for the answer. */
  request(name: string, input: unknown): void;
}

/** Who connects. */
export interface WireIdentity {
  token: string;
  device: string;
  isViewer: boolean;
}

/*
 * The wire by hand, because thousands of clients of the library would cost more than the server that is measured. Text frames of Engine.IO 4 and Socket.IO 5:
 * `0…` open, `2`/`3` ping and pong, `40` connect, `42` event, `43` answer.
 */

/** Connects, comes up to date, shows the chat if the client is a viewer. `hear` gets every frame after that. Rejects when the server refuses. */
export function openWire(order: SwarmOrder, identity: WireIdentity, hear: (text: string) => void): Promise<Wire> {
  const isRaw = order.wire === 'raw';
  const url = `ws://127.0.0.1:${order.port}/${isRaw ? '' : 'socket.io/?EIO=4&transport=websocket'}`;
  const socket = new WebSocket(url, { perMessageDeflate: false, headers: { origin: order.origin } });
  const waiting = new Map<number, (data: unknown) => void>();
  let asked = 0;
  const ask = (name: string, input: unknown): Promise<unknown> => {
    asked += 1;
    socket.send(`42${asked}${JSON.stringify([doors.request, name, input])}`);
    return new Promise((done) => waiting.set(asked, done));
  };
  const { promise, resolve, reject } = Promise.withResolvers<Wire>();
  const ready = (): void => resolve({ request: (name, input) => void ask(name, input) });
  const enter = async (): Promise<void> => {
    check(await ask('sync.open', { u: 0, have: [] }));
    if (identity.isViewer) check(await ask('view.set', { v: 1, open: [order.c], pres: [], vis: 1 }));
    ready();
  };
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('closed')));
  if (isRaw) socket.on('open', ready);
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    if (isRaw) return hear(text);
    if (text === '2') return socket.send('3');
    if (text.startsWith('0')) return socket.send(`40${JSON.stringify(toAuth(identity))}`);
    if (text.startsWith('44')) return reject(new Error(text));
    if (text.startsWith('40')) return void enter().catch(reject);
    const answer = /^43(\d+)/.exec(text);
    if (answer) waiting.get(Number(answer[1]))?.(JSON.parse(text.slice(answer[0].length)) as unknown);
    else hear(text);
  });
  return promise;
}

const toAuth = ({ token, device, isViewer }: WireIdentity): object => ({
  ...{ token, device, epoch: 1, conn: randomUUID(), proto: protocolVersion, app: 'bench' },
  vis: isViewer ? 1 : 0,
});

function check(answer: unknown): void {
  const [ack] = answer as [{ ok: boolean }];
  if (!ack.ok) throw new Error(JSON.stringify(ack).slice(0, 300));
}
