import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chat.ts';
import { toOpId, type ChatId, type Cid } from '#protocol/ids.ts';
import { ensureClient } from '#server/ensureClient.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import { testPassword } from '#testing/testServer.ts';
import { enter, startNodeClient, type NodeClient } from './startNodeClient.ts';
import { findFreePort, startServerProcess, type ServerProcess } from './startServerProcess.ts';

/*
 * The process of `npm start` is killed with SIGKILL while twenty clients send, and started again on the same file. Nothing here waits for a time: kills
 * come after so many answers, in a moment in which requests are on their way.
 */
const clientCount = 20;
/** The last ones are further devices of the first people. */
const peopleCount = 16;
const groupCount = 4;
const sendsEach = 40;
/** A client goes on writing until so many of its messages wait. */
const waitingMax = 6;
const kills = Number(process.env['KILLS'] ?? 3);
const random = seededRandom(Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31)));

interface Sender {
  client: NodeClient;
  chats: ChatId[];
  /** what was queued, by chat, in the order of the outbox */
  queued: Map<ChatId, Cid[]>;
}

describe('kill -9', () => {
  let folder: string;
  let server: ServerProcess | undefined;
  let senders: Sender[] = [];

  // Whoever runs this alone on a fresh machine waits for the build here and not between two kills.
  beforeAll(() => ensureClient(resolve(import.meta.dirname, '../../..'), () => undefined), 180_000);
  afterAll(async () => {
    await Promise.all(senders.map(({ client }) => client.stop()));
    await server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing, repeats nothing, and keeps every order', async () => {
    folder = mkdtempSync(join(tmpdir(), 'kabar-kill-'));
    const place = { port: await findFreePort(), dataDir: join(folder, 'data') };
    const origin = `http://127.0.0.1:${place.port}`;
    server = await startServerProcess(place);
    senders = await gather(origin);
    const sending = Promise.all(senders.map(sendAll));
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(() => ackCount(senders) >= (kill * clientCount * sendsEach) / (kills + 2));
      await until(() => senders.some(({ client }) => client.inFlight() > 0));
      await pause(random.float() * 20);
      await server.kill();
      server = await startServerProcess(place);
      // What a device does when its network comes back; otherwise each one waits for its own next try.
      for (const { client } of senders) client.line.call({ t: 'wake' });
    }
    await sending;
    await until(() => senders.every(({ client }) => isSettled(client)));
    await until(() => agree(senders));
    expect(await server.stop()).toBe(0);
    server = undefined;
    const dumps = await readAll(join(place.dataDir, 'kabar.db'), senders);
    for (const dump of dumps.values()) checkInvariants(dump);
    for (const sender of senders) {
      checkSent(sender, dumps);
      for (const c of sender.chats) checkCache(sender.client, dumps.get(c) as ChatDump);
    }
  }, 240_000);
});

/** Makes the people, their devices and the groups; resolves when every client shows its groups. */
async function gather(origin: string): Promise<Sender[]> {
  const grants = await Promise.all(
    Array.from({ length: peopleCount }, (_, at) =>
      enter(origin, { handle: `person${at}`, password: testPassword, isNew: true }),
    ),
  );
  for (let at = 0; at < clientCount - peopleCount; at += 1)
    grants.push(await enter(origin, { handle: `person${at}`, password: testPassword, isNew: false }));
  const senders = grants.map((grant): Sender => {
    return { client: startNodeClient(origin, grant), chats: [], queued: new Map() };
  });
  for (let group = 0; group < groupCount; group += 1) {
    const inside = senders.filter((_, at) => [0, 1].includes((at - group + groupCount) % groupCount));
    const ids = [...new Set(inside.map(({ client }) => client.grant.account.id))];
    const [maker] = inside;
    const made = await maker?.client.rpc.call('chat.create', {
      i: toOpId(random.uuid()),
      kind: chatKind.group,
      title: `group ${group}`,
      users: ids.slice(1),
    });
    if (!made?.ok) throw new Error('a group could not be made');
    const { c } = made.data.chat.h;
    for (const sender of senders.filter(({ client }) => ids.includes(client.grant.account.id))) sender.chats.push(c);
  }
  for (const { client, chats } of senders) {
    client.line.call({ t: 'view', view: { tab: 'tab', visible: true, focused: true, open: chats, watch: [] } });
    await until(() => client.store.dump('chats').length === chats.length);
  }
  return senders;
}

/** Writes without asking whether there is a network, and reads now and then. */
async function sendAll(sender: Sender): Promise<void> {
  const { client, chats, queued } = sender;
  for (let count = 0; count < sendsEach; count += 1) {
    await until(() => client.store.dump('outbox').length < waitingMax);
    const c = chats[Math.floor(random.float() * chats.length)] as ChatId;
    const cid = await client.commands.sendMessage({ c, b: { x: `${client.grant.account.handle} ${count}` } });
    queued.set(c, [...(queued.get(c) ?? []), cid]);
    const newest = client.store.dump('msgs').findLast((row) => row.c === c);
    if (newest && random.float() < 0.2) await client.commands.markRead({ c, s: newest.s });
    await pause(random.float() * 20);
  }
}

const ackCount = (senders: readonly Sender[]): number =>
  senders.reduce((sum, { client }) => sum + new Set(client.acks.map(({ i }) => i)).size, 0);

const isSettled = (client: NodeClient): boolean =>
  client.phase() === 'live' &&
  client.store.dump('outbox').length === 0 &&
  client.store.dump('marks').length === 0 &&
  client.store.dump('chats').every(({ head, sync }) => sync.state === 'fresh' && sync.rev === head.rev);

/** All devices have arrived at the same rev of each chat. */
function agree(senders: readonly Sender[]): boolean {
  const revs = new Map<ChatId, number>();
  for (const { client } of senders)
    for (const { c, head } of client.store.dump('chats')) {
      if (revs.has(c) && revs.get(c) !== head.rev) return false;
      revs.set(c, head.rev);
    }
  return true;
}

async function readAll(path: string, senders: readonly Sender[]): Promise<Map<ChatId, ChatDump>> {
  const storage = await openSqliteLocal(path);
  const dumps = new Map<ChatId, ChatDump>();
  for (const c of new Set(senders.flatMap(({ chats }) => chats))) dumps.set(c, await dumpChat(storage, c));
  await storage.close();
  return dumps;
}

/** Everything that was queued is stored once and in its order, and every answer tells the truth about it, the repeated ones too. */
function checkSent({ client, queued }: Sender, dumps: ReadonlyMap<ChatId, ChatDump>): void {
  const stored = new Map<string, ChatDump['messages'][number]>();
  for (const [c, cids] of queued) {
    const mine = (dumps.get(c) as ChatDump).messages.filter(
      (row) => row.sender_mid === Number(client.grant.account.id) && cids.includes(row.cid as Cid),
    );
    expect(mine.map(({ cid }) => cid)).toEqual(cids);
    for (const row of mine) stored.set(row.cid, row);
  }
  for (const { i, s, r, n, at } of client.acks) {
    const row = stored.get(i);
    expect({ s, r, n, at }).toEqual({ s: row?.seq, r: row?.seq, n: row?.n, at: row?.created_at });
  }
}

/** The device shows what the database holds, and counts what is unread as a recount does. */
function checkCache({ grant, store }: NodeClient, { head, members, messages }: ChatDump): void {
  const c = head.chat_id as ChatId;
  const chat = store.dump('chats').find((row) => row.c === c);
  const cached = store.dump('msgs').filter((row) => row.c === c);
  const truth = messages.filter(({ seq }) => seq >= (chat?.sync.tailFrom ?? 0));
  expect(cached.map(({ s, i, b, n }) => [s, i, b?.['x'], n])).toEqual(
    truth.map(({ seq, cid, body, n }) => [seq, cid, (JSON.parse(body) as { x?: string }).x, n ?? undefined]),
  );
  // The whole conversation of this test, not only its end.
  expect(truth.filter(({ n }) => n !== null)).toHaveLength(head.n);
  const me = members.find(({ user_id: id }) => id === Number(grant.account.id));
  const unread = messages.filter(
    ({ n, seq, sender_mid: mid }) => n !== null && seq > (me?.read_seq ?? 0) && mid !== me?.mid,
  );
  expect([chat?.me.rs, chat?.unread]).toEqual([me?.read_seq, unread.length]);
}

/** Looks again and again; the test's own limit ends a wait that never does. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(10);
}
