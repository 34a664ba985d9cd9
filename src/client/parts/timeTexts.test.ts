import { expect, it } from 'vitest';
import {
  clockTime,
  dayName,
  momentName,
  momentText,
  momentYearText,
  weekdayTime,
  weekdayTimeFull,
} from './timeTexts.ts';

const at = new Date(2026, 10, 29, 15, 4).getTime();

it('tell every time of day in 24 hours, in each language', () => {
  for (const language of ['en', 'ko', 'ja', 'zh-TW', 'id'])
    for (const text of [
      clockTime(at, language),
      momentText(at, language),
      momentYearText(at, language),
      weekdayTime(at, language),
      weekdayTimeFull(at, language),
    ])
      expect(text, language).toMatch(/15[.:]04/);
  expect(clockTime(new Date(2026, 0, 1, 0, 5).getTime(), 'en')).toBe('00:05');
  expect(momentYearText(at, 'en')).toContain('2026');
});

it('leave out the day of today, and the year of this one', () => {
  const day = 24 * 3_600_000;
  expect(momentName(at, at + 60_000, 'en')).toBe('15:04');
  expect(momentName(at, at + day, 'en')).toContain('29');
  expect(dayName('2026-11-29', '2026-12-01', 'en')).not.toContain('2026');
  expect(dayName('2026-11-29', '2027-01-01', 'en')).toContain('2026');
});
