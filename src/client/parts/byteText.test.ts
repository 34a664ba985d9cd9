import { describe, expect, it } from 'vitest';
import { byteText } from './byteText.ts';

describe('byteText', () => {
  it('takes the unit that gives a short number', () => {
    const texts = [0, 900, 4_400, 999_400, 1_240_000, 168_000_000, 6_200_000_000, 3e12].map((bytes) =>
      byteText(bytes, 'en'),
    );
    expect(texts).toEqual(['1 kB', '1 kB', '4 kB', '999 kB', '1.2 MB', '168 MB', '6.2 GB', '3,000 GB']);
  });

  it('follows the language', () => {
    expect(byteText(1_240_000, 'id')).toBe('1,2 MB');
  });
});
