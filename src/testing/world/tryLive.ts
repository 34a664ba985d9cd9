import { expect } from 'vitest';
import { memberState } from '#protocol/entities/member.ts';
import { toCid, type ChatId } from '#protocol/ids.ts';
import type { Random } from '#sync/ports.ts';
import { readUnit } from '#server/storage/unit.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import type { World } from './createWorld.ts';

/** What is written here, past every device. */
export const liveText = 'live';
const rounds = 3;
/** Within this time a change is with everybody who is connected, ms: less than any look that finds what was lost. */
const promptMs = 1_500;

/**
 * Who is connected gets every change at once, also one that is made in the moment in which he connects: people write while lines break, a process starts anew
 * and the database is slow, and nobody waits for a later look to bring what the live path lost. Call it in peace.
 */
export async function tryLive(world: World): Promise<void> {
  const { server, clock, chats } = world;
  const random = seededRandom(world.seed ^ 0x5bd1e995, clock);
  for (let round = 0; round < rounds; round += 1) {
    await disturb(world, random);
    for (let count = 0; count < 4; count += 1) {
      await clock.advance(random.float() * 700);
      const c = chats[Math.floor(random.float() * chats.length)] as ChatId;
      write(world, random, c);
    }
    await clock.advance(1_000);
    server.slowDatabase(0);
    await clock.advance(promptMs);
    await checkLive(world);
  }
  await clock.advance(60_000);
}

async function disturb({ server, devices, clock }: World, random: Random): Promise<void> {
  server.slowDatabase([10, 60, 250][Math.floor(random.float() * 3)] as number);
  if (random.float() < 0.4) server.crash(random.float(), 0);
  for (const { network } of devices) if (random.float() < 0.5) network.cut(false);
  // Those who were cut wait a random moment before they come back.
  await clock.advance(random.float() * 2_000);
}

function write({ server, devices }: World, random: Random, c: ChatId): void {
  const { login } = devices[Math.floor(random.float() * devices.length)] as World['devices'][number];
  void server.ask(login, 'message.send', { c, items: [{ i: toCid(random.uuid()), k: 1, b: { x: liveText } }] });
}

const readRevs = readUnit(async (tx): Promise<Map<number, number>> => {
  const rows = await tx.sql<{ chat_id: number; rev: number }>('SELECT chat_id, rev FROM chat_heads', []);
  return new Map(rows.map(({ chat_id: c, rev }) => [c, rev]));
});

async function checkLive({ server, devices }: World): Promise<void> {
  const revs = await server.storage.runUnit(readRevs, undefined);
  for (const device of devices) {
    if (!device.isLive()) continue;
    const mine = device.store.dump('chats').filter(({ me }) => me.st === memberState.joined);
    expect(
      mine.map(({ c, head }) => [c, head.rev]),
      `what ${device.login.handle}, who is connected, knows of`,
    ).toEqual(mine.map(({ c }) => [c, revs.get(c)]));
  }
}
