import { expect } from 'vitest';
import type { World } from './createWorld.ts';

/** What must hold at every moment, whatever fails: screens (I11), counts (I14), the fence (I13), emissions (I12), positions (I6, I2), nothing unexpected. */
export async function checkMoment({ server, devices, positions }: World): Promise<void> {
  expect(server.complaints).toEqual([]);
  for (const { shadow, broken } of devices) expect([...shadow.broken, ...broken]).toEqual([]);
  expect(await positions.look()).toEqual([]);
}
