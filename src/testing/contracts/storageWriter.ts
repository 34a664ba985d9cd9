import { randomUUID } from 'node:crypto';
import { toCid } from '#protocol/casts.ts';
import { openStorage, type StorageTarget } from '#server/storage/openStorage.ts';
import type { SeededChat } from './storageSeed.ts';

/*
 * A program that sends without end until it is killed. Arguments: the database and the chat, as JSON. Prints `> user cid` before a send and
 * `< cid ack` after its acknowledgement, each line handed to the pipe before the program goes on: it waits
 * while the pipe is full.
 */
const storage = await openStorage(JSON.parse(process.argv[2] ?? '') as StorageTarget);
const { c, users } = JSON.parse(process.argv[3] ?? '') as SeededChat;

/** Resolves when the line has left this process. */
const say = (line: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve())));

async function sendWithoutEnd(userId: SeededChat['users'][number]): Promise<never> {
  for (;;) {
    const i = toCid(randomUUID());
    await say(`> ${userId} ${i}`);
    const requests = [{ userId, items: [{ i, k: 1, b: { x: `text ${i}` } }] }];
    const { answers } = await storage.run('appendMessages', { c, requests });
    await say(`< ${i} ${JSON.stringify(answers[0]?.[0])}`);
  }
}
await Promise.all(users.map(sendWithoutEnd));
