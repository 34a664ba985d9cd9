import { expect, it } from 'vitest';
import { lastLines } from './lastLines.ts';

it('keeps the last lines that say something, however the text is cut', () => {
  const tail = lastLines(3);
  for (const piece of ['one\ntw', 'o\n\n', '\u001b[31mthr', 'ee\u001b[39m\n', '   \nfour\nfi', 've']) tail.add(piece);
  expect(tail.read()).toEqual(['three', 'four', 'five']);
  expect(lastLines(3).read()).toEqual([]);
});
