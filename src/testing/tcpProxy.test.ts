import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { TcpProxy } from './tcpProxy.ts';

const undoes: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of undoes.splice(0)) await undo();
});

/** A server that says everything back, and a connection to it through a proxy. */
async function openEcho(): Promise<{ proxy: TcpProxy; near: Socket; far: Socket }> {
  const accepted = Promise.withResolvers<Socket>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    accepted.resolve(socket.on('data', (bytes) => socket.write(bytes)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const proxy = new TcpProxy((server.address() as AddressInfo).port);
  const near = connect(await proxy.listen(), '127.0.0.1').on('error', () => undefined);
  undoes.push(
    () => near.destroy(),
    () => proxy.close(),
    () => server.close(),
  );
  await once(near, 'connect');
  return { proxy, near, far: await accepted.promise };
}

/** A reset is an error as well, which `once` would throw. */
const closed = (socket: Socket): Promise<void> => new Promise((done) => socket.once('close', () => done()));

it('cutAfter lets so many bytes through in both directions together, and ends the connection in the middle of the next', async () => {
  const { proxy, near, far } = await openEcho();
  proxy.cutAfter(7);
  let heard = '';
  near.on('data', (bytes) => void (heard += String(bytes)));
  near.write('12345');
  await Promise.all([closed(near), closed(far)]);
  expect(heard).toBe('12');
});

it('cutAfter leaves connections alone that come later', async () => {
  const { proxy, near } = await openEcho();
  proxy.cutAfter(0);
  near.write('x');
  await closed(near);
  const later = connect(proxy.port, '127.0.0.1');
  undoes.unshift(() => later.destroy());
  later.write('12345');
  const [bytes] = (await once(later, 'data')) as [Buffer];
  expect(String(bytes)).toBe('12345');
});

it('a line that is healed delivers what was under way before what comes later', async () => {
  const { proxy, near } = await openEcho();
  let heard = '';
  near.on('data', (bytes) => void (heard += String(bytes)));
  proxy.slow({ latencyMs: 60_000, bytesPerSecond: 1 });
  near.write('first ');
  // Time for the bytes to reach the proxy; were they later, they would only meet a fast line.
  await new Promise((done) => setTimeout(done, 50));
  proxy.heal();
  near.write('second');
  while (heard.length < 'first second'.length) await once(near, 'data');
  expect(heard).toBe('first second');
});

it('a line that becomes faster keeps the order as well', async () => {
  const { proxy, near } = await openEcho();
  let heard = '';
  near.on('data', (bytes) => void (heard += String(bytes)));
  proxy.slow({ latencyMs: 300 });
  near.write('first ');
  await new Promise((done) => setTimeout(done, 50));
  proxy.slow({ latencyMs: 0 });
  near.write('second');
  while (heard.length < 'first second'.length) await once(near, 'data');
  expect(heard).toBe('first second');
});

it('a line shares its rate among all connections', async () => {
  const { proxy, near } = await openEcho();
  const other = connect(proxy.port, '127.0.0.1');
  undoes.unshift(() => other.destroy());
  await once(other, 'connect');
  proxy.slow({ bytesPerSecond: 100_000 });
  const start = performance.now();
  const back = [near, other].map(async (socket) => {
    socket.write(Buffer.alloc(15_000));
    for (let heard = 0; heard < 15_000;) heard += ((await once(socket, 'data')) as [Buffer])[0].length;
  });
  await Promise.all(back);
  // 30,000 bytes in each direction, which overlap. A slow machine only takes longer.
  expect(performance.now() - start).toBeGreaterThan(280);
});

it('counts what passes in both directions', async () => {
  const { proxy, near } = await openEcho();
  const passed = { up: 0, down: 0 };
  proxy.onEvent((event) => {
    if (event.t === 'bytes') passed[event.way] += event.length;
  });
  near.write(Buffer.alloc(5_000));
  while (passed.down < 5_000) await once(near, 'data');
  expect(passed).toEqual({ up: 5_000, down: 5_000 });
});
