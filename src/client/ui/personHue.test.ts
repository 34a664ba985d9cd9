import { expect, test } from 'vitest';
import { personHue } from './personHue.ts';

test('the same id has the same hue, and neighbours spread over all ten', () => {
  const counts = new Map<number, number>();
  for (let id = 0; id < 10_000; id += 1) {
    const hue = personHue(String(4_503_599_627_370_496 + id));
    expect(personHue(String(4_503_599_627_370_496 + id))).toBe(hue);
    counts.set(hue, (counts.get(hue) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(250);
});
