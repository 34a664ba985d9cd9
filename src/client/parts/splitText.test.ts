import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from './splitText.ts';

const links = (text: string) => splitText(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));

test('the pieces joined are the text, whatever it is', () => {
  const words = fc.constantFrom(
    'https://kabar.example/a',
    'http://x',
    'https://',
    '@Dewi',
    '@',
    '(',
    ')',
    '。',
    ' ',
    '\n',
    'javascript:alert(1)',
    'ok',
    '👍🏽',
  );
  const text = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.string()), (value, names) => {
      const pieces = splitText(
        value,
        names.map((name) => ({ name })),
      );
      expect(pieces.map((piece) => piece.text).join('')).toBe(value);
      for (const piece of pieces)
        if (piece.kind === 'link') expect(['http:', 'https:']).toContain(new URL(piece.href).protocol);
    }),
  );
});

test('an address ends where the sentence goes on', () => {
  expect(links('See https://kabar.example/map, then come.')).toEqual(['https://kabar.example/map']);
  expect(links('(https://kabar.example/a)')).toEqual(['https://kabar.example/a']);
  expect(links('https://en.example/wiki/Tika_(bird)')).toEqual(['https://en.example/wiki/Tika_(bird)']);
  expect(links('ここhttps://kabar.example/旅。次')).toEqual([new URL('https://kabar.example/旅').href]);
  expect(links('(see https://en.example/wiki/Tika_(bird)).')).toEqual(['https://en.example/wiki/Tika_(bird)']);
  expect(links('「https://kabar.example」')).toEqual(['https://kabar.example/']);
});

test('nothing but the web becomes a link', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://kabar.example',
    'file:///etc/passwd',
    'https://',
    'https://bank.example@evil.example/',
  ]) {
    expect(links(text), text).toEqual([]);
  }
});

test('mentions: the longest name wins, beside CJK too, and never inside an address', () => {
  const people = [{ name: 'Ana' }, { name: 'Ana Maria', isMe: true }, { name: '青島みのり' }, { name: 'C++ (work)' }];
  const mentioned = (text: string) =>
    splitText(text, people).flatMap((piece) => (piece.kind === 'mention' ? [piece.text] : []));
  expect(mentioned('@Ana Maria and @Ana')).toEqual(['@Ana Maria', '@Ana']);
  expect(mentioned('ねえ@青島みのりさん')).toEqual(['@青島みのり']);
  expect(mentioned('@C++ (work)!')).toEqual(['@C++ (work)']);
  expect(mentioned('mail me: me@Ana')).toEqual([]);
  expect(mentioned('https://x.example/@Ana')).toEqual([]);
  expect(splitText('@Ana Maria', people)).toEqual([{ kind: 'mention', text: '@Ana Maria', isMe: true }]);
});

test('a hostile address costs no more than its length', () => {
  // With a backtracking rule either of these took quadratic time; the runner's own limit of 5 s is the judge.
  for (const mark of ['.', ')', '(']) {
    const text = `https://x.example/${mark.repeat(400_000)}a${mark.repeat(400_000)}`;
    expect(
      splitText(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  }
});
