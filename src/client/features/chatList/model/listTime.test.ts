import { expect, it } from 'vitest';
import { listTime } from './listTime.ts';

const now = new Date(2025, 9, 17, 0, 5).getTime();
const ago = (ms: number) => listTime(now - ms, now, 'en');
const hour = 3_600_000;

it('names what is near by the calendar, not by hours', () => {
  expect(ago(60_000)).toEqual({ kind: 'time', text: '00:04' });
  expect(ago(10 * 60_000).kind).toBe('yesterday');
  expect(ago(24 * hour).kind).toBe('yesterday');
  expect(ago(24 * hour + 10 * 60_000)).toEqual({ kind: 'weekday', text: 'Wed' });
  expect(ago(6 * 24 * hour).kind).toBe('weekday');
  expect(ago(7 * 24 * hour)).toEqual({ kind: 'date', text: 'Oct 10' });
  expect(ago(400 * 24 * hour).text).toContain('2024');
});

it('takes a time from a clock that is ahead for today', () => {
  expect(ago(-26 * hour).kind).toBe('time');
});
