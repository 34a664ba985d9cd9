import { expect, it } from 'vitest';
import { shrinkStory } from './shrinkStory.ts';
import { wholeStory } from './tellStory.ts';

it('finds the steps that a failure needs', async () => {
  const needs = [3, 77, 78, 199];
  const fails = async ({ steps }: { steps: readonly number[] }) => needs.every((step) => steps.includes(step));
  expect((await shrinkStory(wholeStory(1, 200), fails, 500)).steps).toEqual(needs);
});

it('stops when its tries are used up, with a story that fails', async () => {
  let told = 0;
  const fails = async ({ steps }: { steps: readonly number[] }) => {
    told += 1;
    return steps.includes(150);
  };
  const { steps } = await shrinkStory(wholeStory(1, 200), fails, 3);
  expect(told).toBe(3);
  expect(steps).toContain(150);
  expect(steps.length).toBeLessThan(200);
});
