import { describe, expect, it, vi } from 'vitest';
import { checkMoment, checkPeace } from './checkWorld.ts';
import { createWorld } from './createWorld.ts';
import { actAtRandom } from './worldActions.ts';

// Ids of chats decide the order of some work; without chance in them a seed tells the same story again.
vi.mock('#server/storage/rows/randomId.ts', () => {
  let last = 1_000;
  return { randomId: () => (last += 1) };
});

/** `WORLD_SEED=n` replays one story; `WORLD_RUNS=n` tells so many, from that seed on; `WORLD_STEPS=n` makes each longer. */
const firstSeed = process.env['WORLD_SEED'];
const runs = Number(process.env['WORLD_RUNS'] ?? (firstSeed === undefined ? 40 : 1));
const steps = Number(process.env['WORLD_STEPS'] ?? 150);
/** Stories that once found a fault which shorter tests cannot tell. */
const known = firstSeed === undefined ? [121, 177, 1_374, 5_041] : [];
const seeds = [...Array.from({ length: runs }, (_, at) => Number(firstSeed ?? 1) + at), ...known];

describe('the world', () => {
  it.each(seeds)(
    'is whole again after the story of seed %i',
    async (seed) => {
      const story: string[] = [];
      const world = await createWorld(seed);
      try {
        for (let step = 0; step < steps; step += 1) {
          story.push(await actAtRandom(world));
          checkMoment(world);
        }
        await world.heal();
        await checkPeace(world);
      } catch (error) {
        throw new Error(`WORLD_SEED=${seed} fails after: ${story.slice(-15).join(' · ')}`, { cause: error });
      } finally {
        await world.close();
      }
      expect(world.devices.some(({ acks }) => acks.length > 0)).toBe(true);
    },
    120_000,
  );
});
