import { expect } from 'vitest';
import { checkClaims } from './checkClaims.ts';
import type { World } from './createWorld.ts';

/**
 * What must hold at every moment, whatever fails: screens (I11), counts (I14), the fence (I13), emissions (I12), positions (I6, I2), all revs (I2), what caches
 * claim (I9, P3), own changes (P5), nothing unexpected.
 */
export async function checkMoment(world: World): Promise<void> {
  const { server, devices, positions, revs } = world;
  expect(server.complaints).toEqual([]);
  for (const { shadow, broken } of devices) expect([...shadow.broken, ...broken]).toEqual([]);
  expect(await positions.look()).toEqual([]);
  expect(await revs.look()).toEqual([]);
  await checkClaims(world);
}
