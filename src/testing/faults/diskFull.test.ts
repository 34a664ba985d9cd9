import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { ChatId, Cid } from '#protocol/ids.ts';
import { toCid, toOpId } from '#protocol/casts.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit } from '#server/storage/unit.ts';
import { dumpChat } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { storageWithFaults } from '#testing/contracts/storageWithFaults.ts';
import { startTestServer, type TestServer } from '#testing/testServer.ts';
import { startNodeClient, type NodeClient } from './startNodeClient.ts';

/* The whole server on a database that runs out of room, or that is away for a while, and the product's engines in front of it. */

const texts = 60;
/** Large enough that a page holds only a few. */
const filler = 'x'.repeat(1_000);

let server: TestServer | undefined;
let clients: NodeClient[] = [];
afterEach(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  await server?.close();
  clients = [];
  server = undefined;
});

describe('a database that cannot write', () => {
  it('is full: requests are refused as retryable, reads go on, and nothing is lost when there is room again', async () => {
    const storage = await openSqliteLocal(':memory:');
    server = await startTestServer({ storage });
    const c = await openChat(server);
    const [first] = clients as [NodeClient];
    await storage.runUnit(limitPages, 'now');
    const queued = await sendAll(c);
    // The database is really full: a request of its own finds no room either, and says that it may be tried again.
    await until(async () => !(await probe(first, c)).ok);
    const refusal = await probe(first, c);
    expect(refusal).toMatchObject({ ok: false, code: 'UNAVAILABLE' });
    expect(reactionTo('UNAVAILABLE')).toBe('retry');
    expect(await first.rpc.call('history.get', { c, before: 1_000, limit: 50 })).toMatchObject({ ok: true });
    expect(clients.some(({ store }) => store.dump('outbox').length > 0)).toBe(true);
    await storage.runUnit(limitPages, 'never');
    await checkArrived(storage, c, queued);
  }, 120_000);

  it('answers with errors before and after it has stored: every text arrives once', async () => {
    const inner = await openSqliteLocal(':memory:');
    const storage = storageWithFaults(inner);
    server = await startTestServer({ storage });
    const c = await openChat(server);
    let calls = 0;
    storage.setFault((unit) => {
      calls += 1;
      if (unit !== 'appendMessages') return 'none';
      return calls % 3 === 0 ? 'before' : calls % 3 === 1 ? 'after' : 'none';
    });
    const queued = await sendAll(c);
    await until(() => calls > 20);
    storage.setFault(() => 'none');
    await checkArrived(inner, c, queued);
  }, 120_000);
});

/** Two people in a group, each on a client of the product. */
async function openChat(on: TestServer): Promise<ChatId> {
  const people = [await on.person('ana'), await on.person('ben')];
  const origin = `http://127.0.0.1:${on.port}`;
  clients = people.map(({ grant }) => startNodeClient(origin, grant));
  const [ana] = clients as [NodeClient];
  const users = [people[1]?.userId as never];
  const made = await ana.rpc.call('chat.create', {
    i: toOpId(crypto.randomUUID()),
    kind: chatKind.group,
    title: 'g',
    users,
  });
  if (!made.ok) throw new Error(made.code);
  const { c } = made.data.chat.h;
  await until(() => clients.every(({ store }) => store.dump('chats').length === 1));
  return c;
}

async function sendAll(c: ChatId): Promise<Map<NodeClient, Cid[]>> {
  const queued = new Map<NodeClient, Cid[]>();
  for (let count = 0; count < texts; count += 1)
    for (const client of clients) {
      const cid = await client.commands.sendMessage({ c, b: { x: `${count} ${filler}` } });
      queued.set(client, [...(queued.get(client) ?? []), cid]);
    }
  return queued;
}

const probe = (client: NodeClient, c: ChatId) =>
  client.rpc.call('message.send', { c, items: [{ i: toCid(crypto.randomUUID()), k: 1, b: { x: filler } }] });

/** Everything that was queued is stored once, in the order of each outbox, and both devices show the same. */
async function checkArrived(storage: LocalStorage, c: ChatId, queued: ReadonlyMap<NodeClient, Cid[]>): Promise<void> {
  // A lane that was refused rests for a while; whoever asks for his network again does not wait for that.
  await until(() =>
    clients.every(({ store, line }) => {
      line.call({ t: 'poke' });
      return store.dump('outbox').length === 0;
    }),
  );
  const dump = await dumpChat(storage, c);
  checkInvariants(dump);
  for (const [client, cids] of queued) {
    const stored = dump.messages.filter(({ cid }) => cids.includes(cid as Cid));
    expect(stored.map(({ cid }) => cid)).toEqual(cids);
    for (const { i, s, n } of client.acks) {
      const row = dump.messages.find(({ cid }) => cid === i);
      expect([s, n]).toEqual([row?.seq, row?.n]);
    }
  }
  await until(() => clients.every(({ store }) => store.dump('chats').every(({ sync }) => sync.rev === dump.head.rev)));
  const shown = clients.map(({ store }) => store.dump('msgs').map(({ i, s }) => [i, s]));
  expect(shown[0]).toEqual(shown[1]);
}

/** SQLite refuses to grow beyond the pages it has now, as it does on a full disk. */
const limitPages = readUnit(async (tx, when: 'now' | 'never') => {
  const [row] = await tx.sql<{ page_count: number }>('PRAGMA page_count', []);
  await tx.sql(`PRAGMA max_page_count = ${when === 'now' ? (row?.page_count ?? 0) + 2 : 1_000_000}`, []);
});

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(20);
}
