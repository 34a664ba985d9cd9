import fc from 'fast-check';
import { expect, test } from 'vitest';
import { muteChoice, muteUntil } from './muteChoices.ts';

test('what was chosen is what is shown, and silence ends by itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4e12 }), (now) => {
      expect(muteChoice(muteUntil('off', now), now)).toBe('off');
      expect(muteChoice(muteUntil('always', now), now + 1)).toBe('always');
      for (const choice of ['hour', 'day'] as const) {
        const until = muteUntil(choice, now);
        expect(muteChoice(until, now)).toBe('until');
        expect(muteChoice(until, until - 1)).toBe('until');
        expect(muteChoice(until, until)).toBe('off');
        expect(Number.isSafeInteger(until)).toBe(true);
      }
    }),
  );
  expect(muteUntil('hour', 1_000)).toBe(3_601_000);
  expect(muteUntil('day', 0)).toBe(28_800_000);
  expect(muteChoice(undefined, 5)).toBe('off');
});
