import { describe, expect, it } from 'vitest';
import { weekStart } from './weekStart.ts';

describe('weekStart', () => {
  it('takes the country from the browser where the app knows only the language', () => {
    expect(weekStart('en', ['en-GB', 'en'])).toBe('mon');
    expect(weekStart('en', ['en-US'])).toBe('sun');
  });

  it('does not take the country of another language', () => {
    expect(weekStart('ja', ['en-GB', 'fr-FR'])).toBe('sun');
  });

  it('says nothing about a tag that is none', () => {
    expect(weekStart('en', ['en-'])).toBeUndefined();
  });
});
