import { expect } from 'vitest';
import type { ChatId } from '#protocol/ids.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { checkContacts } from './checkContacts.ts';
import { checkCache } from './checkCache.ts';
import { checkFiles } from './checkFiles.ts';
import { checkKept } from './checkKept.ts';
import { checkLater } from './checkLater.ts';
import { checkNames } from './checkNames.ts';
import { checkSent } from './checkSent.ts';
import { checkMoment } from './checkMoment.ts';
import { checkReceipts } from './checkReceipts.ts';
import { checkTexts } from './checkTexts.ts';
import type { World } from './createWorld.ts';

/** What must hold when everything has healed: I1–I10, I14, I15, and what the screens were told. */
export async function checkPeace(world: World): Promise<void> {
  await checkMoment(world);
  const { server, devices, chats, spans } = world;
  const dumps = new Map<ChatId, ChatDump>();
  for (const c of chats) dumps.set(c, await dumpChat(server.storage, c));
  const silent = await spans.blockers();
  for (const dump of dumps.values()) checkInvariants(dump, silent);
  const readers = devices.map(({ login, seen }) => ({ user: login.user, seen }));
  expect(await findBrokenInvariants(server, readers, await spans.read())).toEqual([]);
  expect(await spans.look()).toEqual([]);
  checkTexts(world, dumps);
  if (world.isRich) {
    await checkLater(world, dumps);
    await checkKept(world, dumps);
  }
  for (const device of devices) {
    checkSent(device, dumps);
    await checkCache(world, device, { dumps, silent });
    await checkContacts(world, device);
    checkReceipts(device, dumps);
    checkNames(device, dumps);
    if (world.isRich) await checkFiles(world, device, dumps);
    expect(device.shadow.outbox()).toEqual(device.store.dump('outbox'));
    expect(device.shadow.rows()).toEqual(
      device.store.dump('msgs').toSorted((one, other) => one.c - other.c || one.s - other.s),
    );
  }
}
