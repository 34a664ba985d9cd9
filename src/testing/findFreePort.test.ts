import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { findFreePort } from './findFreePort.ts';

const draws: number[] = [];
vi.mock('node:crypto', async (original) => ({
  ...(await original<object>()),
  randomInt: (from: number, to: number) => draws.shift() ?? from + Math.floor(Math.random() * (to - from)),
}));

it('names a port that can be listened on, outside of those that the system gives away', async () => {
  const port = await findFreePort();
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
});

it('leaves out one that is taken', async () => {
  const taken = createServer().listen(await findFreePort(), '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const other = await findFreePort();
  draws.push(port, port, other);
  expect(await findFreePort()).toBe(other);
  taken.close();
});
