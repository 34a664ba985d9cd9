/** An entry of a calendar. `id`: the same for the same words of the same message. `at`: ms; of a whole day, its first moment on this device. `text`: of the message. `stamp`: when it was written, ms. */
export interface CalendarEntry {
  readonly id: string;
  readonly at: number;
  readonly isWholeDay: boolean;
  readonly text: string;
  readonly stamp: number;
}

/** How long something lasts of which only the beginning is known, ms. */
const lengthMs = 3_600_000;
/** Characters of the title. */
const titleMax = 80;
/** Bytes of a line, without its end (RFC 5545, 3.1). */
const lineMax = 75;

/** The file of a calendar with this entry, as RFC 5545 has it: times in UTC, lines of at most 75 bytes. */
export function toIcs({ id, at, isWholeDay, text, stamp }: CalendarEntry): string {
  const words = text.replaceAll(/\s+/gu, ' ').trim();
  const letters = Array.from(words);
  const title = letters.length > titleMax ? `${letters.slice(0, titleMax - 1).join('')}…` : words;
  const next = new Date(at);
  next.setDate(next.getDate() + 1);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kabar//Kabar//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}@kabar`,
    `DTSTAMP:${toUtc(stamp)}`,
    ...(isWholeDay
      ? [`DTSTART;VALUE=DATE:${toDay(new Date(at))}`, `DTEND;VALUE=DATE:${toDay(next)}`]
      : [`DTSTART:${toUtc(at)}`, `DTEND:${toUtc(at + lengthMs)}`]),
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** "20261114T084200Z" */
const toUtc = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** "20261114", the day on this device. */
const toDay = (day: Date): string =>
  `${String(day.getFullYear()).padStart(4, '0')}${String(day.getMonth() + 1).padStart(2, '0')}${String(day.getDate()).padStart(2, '0')}`;

/** Signs that mean something in a value, and those that may not be in one at all. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what is to go
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', String.raw`\n`);

/** A long line goes on in the next, behind a space; no letter is cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let room = lineMax;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (bytes > room) {
      folded += '\r\n ';
      room = lineMax - 1;
    }
    folded += letter;
    room -= bytes;
  }
  return folded;
}
