import { appendFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shrinkStory } from './shrinkStory.ts';
import { tellStory, wholeStory, type Story } from './tellStory.ts';

/** Steps of one story. */
export const storySteps = 200;
const blockSize = 25;
/** Stories told to make one that failed shorter. */
const shrinkTries = 250;
const blockLimitMs = 20 * 60_000;

/** Which worlds are to be told. */
export interface WorldPlan {
  readonly seeds: readonly number[];
  /** default: those of the fixed worlds */
  readonly steps?: number;
  /** What a failure leads to: a shorter story; the end of the run; a note, and the next world. */
  readonly onFailure?: 'shrink' | 'stop' | 'note';
  /** File that gets a line of JSON per world. */
  readonly report?: string | undefined;
}

/** So many seeds, one after the other. */
export const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);

/** Tests that every one of these worlds is whole again after its story; says how many a second were told. */
export function describeWorlds(
  name: string,
  { seeds, steps = storySteps, onFailure = 'shrink', report }: WorldPlan,
): void {
  const blocks = Array.from({ length: Math.ceil(seeds.length / blockSize) }, (_, at) =>
    seeds.slice(at * blockSize, (at + 1) * blockSize),
  );
  const speed = { runs: 0, ms: 0 };
  let isOver = false;
  describe(name, () => {
    it.each(blocks.map((block) => [block[0] as number, block.at(-1) as number, block] as const))(
      'is whole again after the stories of the seeds %i to %i',
      async (_first, _last, block) => {
        const failed: number[] = [];
        for (const seed of block) {
          if (isOver) break;
          const begin = performance.now();
          const { failure } = await tellStory(wholeStory(seed, steps));
          speed.runs += 1;
          speed.ms += performance.now() - begin;
          if (report) appendFileSync(report, `${JSON.stringify({ seed, failure: failure?.message })}\n`);
          if (!failure) continue;
          failed.push(seed);
          isOver = onFailure === 'stop';
          if (onFailure === 'shrink') throw await explain(wholeStory(seed, steps), failure);
        }
        expect(failed, 'seeds of stories that fail').toEqual([]);
      },
      blockLimitMs,
    );
    it('says how fast it was', () => {
      console.info(`${name}: ${speed.runs} worlds, ${(speed.runs / (speed.ms / 1_000)).toFixed(1)} runs/s`);
      expect(speed.runs).toBeGreaterThan(0);
    });
  });
}

/** The shortest story that still fails, in a form that can be told again. */
async function explain(story: Story, failure: Error): Promise<Error> {
  const short = await shrinkStory(story, async (one) => (await tellStory(one)).failure !== undefined, shrinkTries);
  const told = await tellStory(short);
  const replay = `WORLD_SEED=${short.seed} WORLD_STORY=${short.steps.join(',')} npx vitest run --project node src/testing/world/world.test.ts`;
  return new Error([`A story fails: ${replay}`, ...told.lines].join('\n  '), { cause: told.failure ?? failure });
}
