import { expect } from 'vitest';
import { isThreadOver } from '#domain/threadRules.ts';
import type { ChatId } from '#protocol/ids.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { checkContacts } from './checkContacts.ts';
import { checkCache } from './checkCache.ts';
import { checkFiles } from './checkFiles.ts';
import { checkInner } from './checkInner.ts';
import { checkKept } from './checkKept.ts';
import { checkLater } from './checkLater.ts';
import { checkNames } from './checkNames.ts';
import { checkSent } from './checkSent.ts';
import { checkMoment } from './checkMoment.ts';
import { checkReceipts } from './checkReceipts.ts';
import { checkShelf } from './checkShelf.ts';
import { checkTexts } from './checkTexts.ts';
import type { World } from './createWorld.ts';
import { readInnerChats, type InnerChat } from './innerChats.ts';
import type { ThreadSight } from './sightLog.ts';
import type { WorldDevice } from './worldDevice.ts';

/** What must hold when everything has healed: I1–I10, I14, I15, and what the screens were told. */
export async function checkPeace(world: World): Promise<void> {
  await checkMoment(world);
  const { server, devices, chats, spans } = world;
  const dumps = new Map<ChatId, ChatDump>();
  for (const c of chats) dumps.set(c, await dumpChat(server.storage, c));
  const silent = await spans.blockers();
  const inner = world.hasThreads ? await readInnerChats(server.storage) : [];
  for (const dump of dumps.values()) checkInvariants(dump, silent);
  for (const { dump } of inner) checkInvariants({ ...dump, members: dump.members.filter(hasBeen) }, silent);
  const readers = devices.map(({ login, seen }) => ({ user: login.user, seen }));
  expect(await findBrokenInvariants(server, readers, await spans.read())).toEqual([]);
  expect(await spans.look()).toEqual([]);
  expect((await world.sights?.look(devices.flatMap(sightsOf(inner)))) ?? []).toEqual([]);
  for (const { c, dump } of inner) dumps.set(c, dump);
  checkTexts(world, dumps);
  if (world.isRich) {
    await checkLater(world, dumps);
    await checkKept(world, dumps);
  }
  if (world.hasThreads) await checkShelf(world, dumps);
  const isOver = overThreads(inner, world.clock.now());
  for (const device of devices) {
    checkSent(device, dumps, isOver);
    await checkCache(world, device, { dumps, silent });
    await checkContacts(world, device);
    checkReceipts(device, dumps);
    checkNames(device, dumps);
    if (world.hasThreads) await checkInner(world, device, { inner, silent });
    if (world.isRich) await checkFiles(world, device, dumps);
    expect(device.shadow.outbox()).toEqual(device.store.dump('outbox'));
    expect(device.shadow.rows()).toEqual(
      device.store.dump('msgs').toSorted((one, other) => one.c - other.c || one.s - other.s),
    );
  }
}

/** A process whose clock was an hour ahead has closed a thread before the others did. */
const hourMs = 3_600_000;

function overThreads(inner: readonly InnerChat[], now: number): (c: ChatId) => boolean {
  const over = inner.filter(({ isThread, dump }) => isThread && isThreadOver(dump.head.bump_at, now + hourMs));
  const ids = new Set(over.map(({ c }) => c));
  return (c) => ids.has(c);
}

/** Whoever has a place in a room or thread has read up to some line of it. */
const hasBeen = ({ read_seq: read }: ChatDump['members'][number]): boolean => read > 0;

/** What a device was shown of threads. */
const sightsOf =
  (inner: readonly InnerChat[]) =>
  ({ login, seen, told }: WorldDevice): ThreadSight[] => {
    const threads = new Set(inner.flatMap(({ c, isThread }) => (isThread ? [c] : [])));
    return [
      ...seen.flatMap(({ c, row }) =>
        threads.has(c) ? [{ user: login.user, c, r: row.r, what: `message ${row.s}` }] : [],
      ),
      ...told.map(({ c, rev }) => ({ user: login.user, c, r: rev, what: 'the place' })),
    ];
  };
