import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports below those that a system gives to whoever asks for any (Linux: from 32768, others from 49152), so that no outgoing connection takes one between the look and its use, nor while a
 * server that listens there is down for a moment. Browsers refuse none of them.
 */
const [first, end] = [20_000, 32_000];
const triesMax = 100;

/** A TCP port of 127.0.0.1 that was free a moment ago; a server that is started anew finds it free again. Throws when none is found. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const port = randomInt(first, end);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${first} and ${end}`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  probe.listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
