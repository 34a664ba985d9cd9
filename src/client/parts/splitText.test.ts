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
    'tika@kabar.example',
    '+62 812-3456-7890',
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

const reached = (text: string) => splitText(text).flatMap((piece) => (piece.kind === 'reach' ? [piece.href] : []));

test('an e-mail address opens a mail', () => {
  expect(reached('Write to tika@kabar.example, or Tika.Bird+work@mail.kabar.example.')).toEqual([
    'mailto:tika@kabar.example',
    'mailto:Tika.Bird+work@mail.kabar.example',
  ]);
  for (const text of [
    '@Dewi',
    'a@b',
    'me@Ana',
    'x@-',
    'https://kabar.example/a@b.example',
    'git@@kabar.example',
    'tika@kabar.example@evil.example',
  ])
    expect(reached(text), text).toEqual([]);
});

test('a phone number is one with its country or in clear groups', () => {
  const numbers: Record<string, string> = {
    '+62 812-3456-7890': 'tel:+6281234567890',
    '+886 2 2345 6789': 'tel:+886223456789',
    '+81 (90) 1234 5678': 'tel:+819012345678',
    '0812-3456-7890': 'tel:081234567890',
    '010-1234-5678': 'tel:01012345678',
    '(02) 2345 6789': 'tel:0223456789',
    '03 1234 5678': 'tel:0312345678',
  };
  for (const [text, href] of Object.entries(numbers)) expect(reached(`Call ${text}.`), text).toEqual([href]);
  const others = [
    '2026-11-29',
    '01-02-2026',
    '29.11.2026 14:00',
    '12,000,000',
    '+5',
    '1+12345678',
    '0.1234 5678',
    '0000 1111 2222 3333',
    'A0123-4567-8901',
  ];
  for (const text of [...others, '+123456789012345678901234', '10.0.0.1', '00-1234-5678'])
    expect(reached(text), text).toEqual([]);
});

test('addresses and numbers of strangers cost no more than their length', () => {
  for (const part of ['a@', 'a.', '0-', '+1 ', '+1(', '0123 ', 'a@a.a.', '(0']) {
    const text = part.repeat(50_000);
    expect(
      splitText(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  }
});
