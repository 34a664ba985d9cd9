import { chromium } from 'playwright';
import { expect, it } from 'vitest';
import { browserFlags } from './browserFlags.ts';

const featuresOf = (text: string): string[][] =>
  [...text.matchAll(/--disable-features=([\w,]+)/g)].map(([, list = '']) => list.split(','));

it('what Playwright switches off stays off: of the switch for it only the last counts', async () => {
  // What is no browser fails, and the error tells how it was called.
  const call = await chromium
    .launch({ executablePath: process.execPath, args: ['--kabar-ends-here'] })
    .then(() => '', String);
  const [theirs = [], ...further] = featuresOf(call);
  expect(theirs.length).toBeGreaterThan(5);
  expect(further.every((list) => list.join() === theirs.join())).toBe(true);
  const [ours = []] = featuresOf(browserFlags().join(' '));
  expect(ours).toEqual(expect.arrayContaining(theirs));
});
