import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';

const draws: number[] = [];
vi.mock('node:crypto', async (original) => ({
  ...(await original<object>()),
  randomInt: (end: number) => draws.shift() ?? Math.floor(Math.random() * end),
}));

/** As another process has it: nothing is remembered. */
async function anotherProcess(): Promise<() => Promise<number>> {
  vi.resetModules();
  return (await import('./findFreePort.ts')).findFreePort;
}

const servers: Server[] = [];
async function listen(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
}
afterEach(() => servers.splice(0).forEach((server) => server.close()));

it('names ports that can be listened on, outside of those that the system gives away, and none twice in a row', async () => {
  const findFreePort = await anotherProcess();
  const ports = await Promise.all(Array.from({ length: 40 }, findFreePort));
  expect(new Set(ports).size).toBe(40);
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...ports)).toBeLessThan(32_000);
  await Promise.all(ports.map(listen));
});

it('leaves out one that is taken, and says so when all are', async () => {
  const findFreePort = await anotherProcess();
  const port = await findFreePort();
  await listen(port + 1);
  expect(await findFreePort()).toBe(port + 2);
  for (let taken = 1; taken < 49; taken += 1) await listen(await findFreePort());
  await expect(findFreePort()).rejects.toThrow('no free port');
});

it('gives two processes that look at the same time ports of their own', async () => {
  const [one, other] = [await anotherProcess(), await anotherProcess()];
  draws.push(7);
  const mine = await one();
  draws.push(7, 9);
  const theirs = await other();
  expect(theirs - mine).toBe(100);
});
