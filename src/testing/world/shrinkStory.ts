import type { Story } from './tellStory.ts';

/**
 * Takes steps away while the story still fails: first halves, then quarters, down to single ones, until nothing can be left out or so many tries are used up.
 * `fails` tells a story and answers whether it fails.
 */
export async function shrinkStory(
  story: Story,
  fails: (story: Story) => Promise<boolean>,
  triesMax: number,
): Promise<Story> {
  let { steps } = story;
  let tries = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < steps.length && tries < triesMax;) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      tries += 1;
      if (await fails({ ...story, steps: fewer })) steps = fewer;
      else at += size;
    }
  }
  return { ...story, steps };
}
