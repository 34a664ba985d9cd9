import { expect, it } from 'vitest';
import './smallWorld.ts';
import { describeWorlds, seedsFrom, storySteps } from './describeWorlds.ts';
import { tellStory, wholeStory } from './tellStory.ts';

/*
 * `WORLD_SEED=n` tells one story again, `WORLD_STORY=1,5,9` only these of its steps. `WORLD_FROM=n WORLD_RUNS=n` tells others than the fixed ones,
 * `WORLD_STEPS=n` longer ones; `WORLD_ON_FAILURE=note` goes on after a failure, `stop` ends there, and neither looks for a shorter story.
 */
const { WORLD_SEED: seed, WORLD_STORY: chosen, WORLD_FROM: from, WORLD_RUNS: runs, WORLD_REPORT: report } = process.env;
const steps = Number(process.env['WORLD_STEPS'] ?? storySteps);
const onFailure = (process.env['WORLD_ON_FAILURE'] ?? 'shrink') as 'shrink' | 'stop' | 'note';
if (seed !== undefined) {
  it(`is whole again after the story of seed ${seed}`, { timeout: 120_000 }, async () => {
    const whole = wholeStory(Number(seed), steps);
    const told = await tellStory(chosen === undefined ? whole : { ...whole, steps: chosen.split(',').map(Number) });
    if (told.failure) throw new Error(told.lines.join('\n  '), { cause: told.failure });
    expect(told.lines.length).toBeGreaterThan(0);
  });
} else if (from !== undefined)
  describeWorlds('worlds', { seeds: seedsFrom(Number(from), Number(runs ?? 1)), steps, onFailure, report });
else describeWorlds('worlds', { seeds: seedsFrom(1, 200), steps });
