import { expect, it } from 'vitest';
import { checkAppId } from './checkAppId.ts';

it('says what is wrong with an id for an app', () => {
  for (const text of ['cafe', ' Cafe ', 'kopi-antre', 'a1b', 'x'.repeat(32)])
    expect(checkAppId(text), text).toEqual({ id: text.trim().toLowerCase() });
  const wrong = {
    short: ['', 'ab'],
    long: ['x'.repeat(33)],
    start: ['1st', '-abc'],
    characters: ['kopi antre', 'kopi_antre', 'コーヒー', 'a.b'],
    hyphens: ['abc-', 'a--b', 'ab-'],
    reserved: ['admin', 'make', 'review', 'new', 'xn-abc'],
  };
  for (const [problem, texts] of Object.entries(wrong)) {
    for (const text of texts) expect(checkAppId(text), text).toEqual({ problem });
  }
});
