import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { toCid } from '#protocol/ids.ts';
import { openStorage, type StorageTarget } from '#server/storage/openStorage.ts';
import type { SeededChat } from './storageSeed.ts';

/*
 * A program that sends without end until it is killed. Arguments: the database and the chat, as JSON. Prints `> user cid` before a send and
 * `< cid ack` after its acknowledgement, each line written before the program goes on.
 */
const storage = await openStorage(JSON.parse(process.argv[2] ?? '') as StorageTarget);
const { c, users } = JSON.parse(process.argv[3] ?? '') as SeededChat;

async function sendWithoutEnd(userId: SeededChat['users'][number]): Promise<never> {
  for (;;) {
    const i = toCid(randomUUID());
    writeSync(1, `> ${userId} ${i}\n`);
    const requests = [{ userId, items: [{ i, k: 1, b: { x: `text ${i}` } }] }];
    const { answers } = await storage.run('appendMessages', { c, requests });
    writeSync(1, `< ${i} ${JSON.stringify(answers[0]?.[0])}\n`);
  }
}
await Promise.all(users.map(sendWithoutEnd));
