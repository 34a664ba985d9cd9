import { checkMoment } from './checkMoment.ts';
import { checkPeace } from './checkPeace.ts';
import { actStep } from './actStep.ts';
import { createWorld } from './createWorld.ts';
import { tryLive } from './tryLive.ts';

/** A world and which of its steps happen, in order. */
export interface Story {
  readonly seed: number;
  readonly steps: readonly number[];
}

/** How a story went. */
export interface Told {
  /** what happened, a line a step */
  readonly lines: readonly string[];
  /** what was wrong at last; absent if the world was whole again */
  readonly failure?: Error;
}

/** The whole story of a seed. */
export const wholeStory = (seed: number, length: number): Story => ({
  seed,
  steps: Array.from({ length }, (_, index) => index),
});

/** Makes the world, lets the steps happen, heals it, and checks everything that must hold on the way and at the end. */
export async function tellStory({ seed, steps }: Story): Promise<Told> {
  const lines: string[] = [];
  const world = await createWorld(seed);
  try {
    for (const index of steps) {
      lines.push(await actStep(world, index));
      await checkMoment(world);
    }
    await world.heal();
    // Before people write again: what the faults spoiled has healed by itself, not by what came later.
    await checkPeace(world);
    await tryLive(world);
    await checkPeace(world);
  } catch (error) {
    return { lines, failure: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    await world.close();
  }
  return { lines };
}
