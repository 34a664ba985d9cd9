import { expect } from 'vitest';
import { readUnit } from '#server/storage/unit.ts';
import { checkClaims } from './checkClaims.ts';
import type { World } from './createWorld.ts';

/**
 * What must hold at every moment, whatever fails: screens (I11), counts (I14), the fence (I13), emissions (I12), positions (I6, I2), all revs (I2), what caches
 * claim (I9, P3), which chats they have (I9), own changes (P5), nothing unexpected.
 */
export async function checkMoment(world: World): Promise<void> {
  const { server, devices, positions, revs, lists } = world;
  expect(server.complaints).toEqual([]);
  for (const { shadow, broken } of devices) expect([...shadow.broken, ...broken]).toEqual([]);
  // Most steps write into few databases; where nothing was written nothing has become wrong.
  const now = await countWrites(world);
  const before = looked.get(world);
  looked.set(world, now);
  const isSame = now.server === before?.server;
  if (!isSame) {
    expect(await positions.look()).toEqual([]);
    expect(await revs.look()).toEqual([]);
  }
  const changed = devices.filter((_, at) => !isSame || now.devices[at] !== before.devices[at]);
  await checkClaims(world, changed);
  if (changed.length > 0) expect(await lists.look(changed)).toEqual([]);
}

interface Writes {
  /** rows written by the server */
  readonly server: number;
  /** commits of each device */
  readonly devices: readonly number[];
}

const looked = new WeakMap<World, Writes>();

const readChanges = readUnit(async (tx): Promise<number> => {
  const [row] = await tx.sql<{ count: number }>('SELECT total_changes() AS count', []);
  return row?.count ?? 0;
});

async function countWrites({ server, devices }: World): Promise<Writes> {
  const count = await server.storage.runUnit(readChanges, undefined);
  return { server: count, devices: devices.map((device) => device.commits()) };
}
