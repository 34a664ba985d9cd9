import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#protocol/limits.ts';
import { cleanFileName } from './cleanFileName.ts';

describe('the name of a file', () => {
  it.each([
    ['holiday.jpg', 'holiday.jpg'],
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Users\ana\photo.png`, 'photo.png'],
    ['/absolute/', undefined],
    ['..', undefined],
    ['', undefined],
    [' .hidden. ', 'hidden'],
    ['a\u0000b\nc\td.txt', 'abcd.txt'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['\u2066\u2069\u200e\u200f', undefined],
    ['what?<is>"this"|*.txt', 'what__is__this___.txt'],
    ['zero\u200bwidth\ufeff.txt', 'zerowidth.txt'],
    ['\u3164\u115f', undefined],
    ['두 번째 사진.png', '두 번째 사진.png'],
    ['cafe\u0301.txt', 'café.txt'],
    ['a \u200d b.txt', 'a b.txt'],
    ['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
  ])('%j becomes %j', (given, kept) => expect(cleanFileName(given)).toBe(kept));

  it('with ten thousand marks on a letter keeps a few', () => {
    const cleaned = cleanFileName(`z${'\u0335\u0316'.repeat(5_000)}.png`) ?? '';
    expect(cleaned).toMatch(/^z\p{M}{1,4}\.png$/u);
  });

  it('that floods with what shows nothing is short', () => {
    expect(cleanFileName(`${'\u200d'.repeat(10_000)}a${'\u200b'.repeat(10_000)}.png`)).toBe('a.png');
  });

  it('keeps its ending when it is cut', () => {
    const cut = cleanFileName(`${'x'.repeat(500)}.tar.gz`) ?? '';
    expect([cut.length, cut.endsWith('.gz')]).toEqual([limits.fileNameMax, true]);
    expect(cleanFileName(`${'😀'.repeat(400)}.txt`)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('is never a path, never longer than the limit, and clean after one cleaning', () => {
    const odd = fc.constantFrom(
      '/',
      '\\',
      '.',
      ' ',
      '\u202e',
      '\u0301',
      '\u200d',
      '\u0000',
      'a',
      '😀',
      '\ud83d',
      '한',
      'ع',
    );
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(odd, { maxLength: 300 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(names, (name) => {
        const cleaned = cleanFileName(name);
        if (cleaned === undefined) return;
        expect(cleaned).not.toMatch(/[\\/<>:"|?*\p{Cc}]|^\.|\.$|[\u202a-\u202e\u2066-\u2069]/u);
        expect(cleaned.length).toBeGreaterThan(0);
        expect(cleaned.length).toBeLessThanOrEqual(limits.fileNameMax);
        expect(cleanFileName(cleaned)).toBe(cleaned);
      }),
      { numRuns: 3_000 },
    );
  });
});
