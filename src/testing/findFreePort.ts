import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Ports below those that a system gives to whoever asks for any (Linux: from 32768, others from 49152), so that no outgoing connection takes one between the look and its use, nor while a
 * server that listens there is down for a moment. Browsers refuse none of them.
 */
const [first, end] = [20_000, 32_000];
/** Each process takes its ports from a block of its own, whose first port it holds: two that look at the same time never find the same one. */
const blockSize = 50;
const triesMax = 100;

interface Block {
  start: number;
  /** places given away so far; 0 is the one that is held */
  given: number;
}

let block: Promise<Block> | undefined;

/** A TCP port of 127.0.0.1 that was free a moment ago and that nobody else was given lately; a server that is started anew finds it free again. Throws when none is found. */
export async function findFreePort(): Promise<number> {
  const mine = await (block ??= takeBlock());
  for (let tries = 1; tries < blockSize; tries += 1) {
    mine.given = (mine.given % (blockSize - 1)) + 1;
    const port = mine.start + mine.given;
    const probe = await listen(port);
    if (!probe) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
  throw new Error(`no free port between ${mine.start} and ${mine.start + blockSize}`);
}

async function takeBlock(): Promise<Block> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const start = first + blockSize * randomInt((end - first) / blockSize);
    const holder = await listen(start);
    if (!holder) continue;
    // Held for as long as the process lives, and no reason for it to live.
    holder.unref();
    return { start, given: 0 };
  }
  throw new Error(`no free block of ports between ${first} and ${end}`);
}

async function listen(port: number): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}
