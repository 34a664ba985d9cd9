import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toIcs } from './toIcs.ts';

const entry = {
  id: '1-a',
  at: Date.UTC(2026, 10, 14, 8, 42),
  isWholeDay: false,
  text: 'Dinner',
  stamp: Date.UTC(2026, 10, 10),
};
const unfold = (ics: string): string[] => ics.replaceAll('\r\n ', '').split('\r\n');

it('is an entry with its time in UTC, an hour long', () => {
  expect(toIcs(entry)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kabar//Kabar//EN',
      'BEGIN:VEVENT',
      'UID:1-a@kabar',
      'DTSTAMP:20261110T000000Z',
      'DTSTART:20261114T084200Z',
      'DTEND:20261114T094200Z',
      'SUMMARY:Dinner',
      'DESCRIPTION:Dinner',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

it('has a day without a time, also where the clock is put back', () => {
  const ics = toIcs({ ...entry, at: new Date(2026, 9, 25).getTime(), isWholeDay: true });
  expect(ics).toContain('DTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261026\r\n');
});

it('keeps every text inside its value: nothing of it becomes a line of the calendar', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const ics = toIcs({ ...entry, text });
      for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const lines = unfold(ics);
      expect(lines).toHaveLength(13);
      const names = [
        'BEGIN',
        'VERSION',
        'PRODID',
        'BEGIN',
        'UID',
        'DTSTAMP',
        'DTSTART',
        'DTEND',
        'SUMMARY',
        'DESCRIPTION',
      ];
      for (const [index, name] of names.entries()) expect(lines[index]?.startsWith(`${name}:`)).toBe(true);
    }),
  );
  const hostile = unfold(toIcs({ ...entry, text: 'a;b,c\\d\r\nEND:VEVENT\rx' }));
  expect(hostile).toContain(String.raw`DESCRIPTION:a\;b\,c\\d\nEND:VEVENT\nx`);
  expect(hostile).toContain(String.raw`SUMMARY:a\;b\,c\\d END:VEVENT x`);
});

it('cuts a long title between letters', () => {
  const [title = ''] = unfold(toIcs({ ...entry, text: '👩‍👩‍👧 '.repeat(60) })).filter((line) => line.startsWith('SUMMARY'));
  expect(Array.from(title.slice('SUMMARY:'.length))).toHaveLength(80);
  expect(title.endsWith('…')).toBe(true);
  expect(title.isWellFormed()).toBe(true);
});
