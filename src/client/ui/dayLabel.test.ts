import { expect, it } from 'vitest';
import { dayLabel } from './dayLabel.ts';

const labels = { today: 'hari ini', chosen: 'dipilih', first: 'hari pertama', last: 'hari terakhir' };
const plain = { language: 'id', labels, min: '2024-05-03', max: '2026-11-22', isSelected: false, isToday: false };

it('says the date in full in the language of the reader, and then what is so', () => {
  expect(dayLabel('2026-11-14', plain)).toBe('Sabtu, 14 November 2026');
  expect(dayLabel('2026-11-14', { ...plain, isSelected: true })).toBe('Sabtu, 14 November 2026, dipilih');
  expect(dayLabel('2024-05-03', plain)).toBe('Jumat, 3 Mei 2024, hari pertama');
  expect(dayLabel('2026-11-22', { ...plain, isToday: true, isSelected: true })).toBe(
    'Minggu, 22 November 2026, hari ini, dipilih, hari terakhir',
  );
  expect(dayLabel('2026-11-14', { ...plain, language: 'ja' })).toBe('2026年11月14日土曜日');
});
