import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromField, quickTimes, toField } from './quickTimes.ts';

const at = (field: string): number => new Date(field).getTime();
const told = (now: string): string[] => quickTimes(at(now)).map((time) => `${time.id} ${toField(time.at)}`);

it('offers this evening, tomorrow and Monday, each where it makes sense', () => {
  // A Wednesday.
  expect(told('2026-11-25T10:00')).toEqual([
    'evening 2026-11-25T19:00',
    'tomorrow 2026-11-26T09:00',
    'monday 2026-11-30T09:00',
  ]);
  expect(told('2026-11-25T18:45')).toEqual(['tomorrow 2026-11-26T09:00', 'monday 2026-11-30T09:00']);
  expect(told('2026-11-29T20:00')).toEqual(['tomorrow 2026-11-30T09:00']);
  expect(told('2026-11-30T20:00')).toEqual(['tomorrow 2026-12-01T09:00', 'monday 2026-12-07T09:00']);
  expect(told('2026-12-31T23:59')[0]).toBe('tomorrow 2027-01-01T09:00');
});

it('offers nothing that is over, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (now) => {
      const times = quickTimes(now).map((time) => time.at);
      expect(times.every((time) => time > now)).toBe(true);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }),
  );
});

it('reads what it has written, to the minute', () => {
  const minute = at('2026-02-03T04:05');
  expect(fromField(toField(minute))).toBe(minute);
  expect(fromField('')).toBeNaN();
});
