import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TcpProxy } from './tcpProxy.ts';

let server: Server;
let proxy: TcpProxy;
const sockets: Socket[] = [];

beforeEach(async () => {
  // Says back what it hears.
  server = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = new TcpProxy((server.address() as AddressInfo).port);
  await proxy.listen();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await proxy.close();
  server.close();
});

async function dial(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Sends bytes and waits until as many came back; answers them. */
async function echo(socket: Socket, bytes: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length >= bytes.length) resolve();
  });
  socket.write(bytes);
  await promise;
  return Buffer.concat(parts);
}

it('keeps the order of bytes when the line becomes fast while some are under way', async () => {
  proxy.slow({ latencyMs: 60, bytesPerSecond: 100_000 });
  const socket = await dial();
  const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 251));
  const back = echo(socket, bytes);
  for (let at = 0; at < 10; at += 1) {
    await new Promise((done) => setTimeout(done, 15));
    if (at % 2 === 0) proxy.heal();
    else proxy.slow({ latencyMs: 60, bytesPerSecond: 100_000 });
  }
  expect((await back).equals(bytes)).toBe(true);
});

it('delivers what was said before the goodbye', async () => {
  proxy.slow({ latencyMs: 20, bytesPerSecond: 50_000 });
  const socket = await dial();
  let heard = 0;
  socket.on('data', (part: Buffer) => void (heard += part.length));
  socket.end(Buffer.alloc(20_000));
  await once(socket, 'close');
  expect(heard).toBe(20_000);
});

it('shares its rate among all connections', async () => {
  proxy.slow({ latencyMs: 0, bytesPerSecond: 100_000 });
  const [one, other] = [await dial(), await dial()];
  const start = performance.now();
  await Promise.all([echo(one, Buffer.alloc(15_000)), echo(other, Buffer.alloc(15_000))]);
  // 30,000 bytes in each direction, which overlap.
  expect(performance.now() - start).toBeGreaterThan(280);
});

it('counts what passes in both directions', async () => {
  const passed = { up: 0, down: 0 };
  proxy.onEvent((event) => {
    if (event.t === 'bytes') passed[event.way] += event.length;
  });
  await echo(await dial(), Buffer.alloc(5_000));
  expect(passed).toEqual({ up: 5_000, down: 5_000 });
});
