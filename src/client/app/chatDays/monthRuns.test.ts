import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toMonthRuns } from './monthRuns.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const before = process.env['TZ'];

describe('the days of a month', () => {
  afterEach(() => {
    process.env['TZ'] = before;
  });

  describe('where the clocks never change', () => {
    beforeEach(() => {
      process.env['TZ'] = 'Asia/Tokyo';
    });

    it('are one run from local midnight on, with a week beyond', () => {
      const [run, ...others] = toMonthRuns('2025-10');
      expect(others).toEqual([]);
      expect(run?.from).toBe(Date.parse('2025-10-01T00:00:00+09:00'));
      expect(run?.to).toBe(Date.parse('2025-10-01T00:00:00+09:00') + (31 + 7) * dayMs - 1);
    });
  });

  describe('where they do', () => {
    beforeEach(() => {
      process.env['TZ'] = 'Europe/Berlin';
    });

    it('begin at another time of day from the change on', () => {
      const runs = toMonthRuns('2025-10');
      expect(runs.map(({ from }) => new Date(from).toISOString())).toEqual([
        '2025-09-30T22:00:00.000Z',
        '2025-10-26T23:00:00.000Z',
      ]);
    });
  });
});
