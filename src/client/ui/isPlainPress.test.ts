import { expect, it } from 'vitest';
import { isPlainPress } from './isPlainPress.ts';

const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };

it('takes the first button alone', () => {
  expect(isPlainPress(plain)).toBe(true);
  expect(isPlainPress({ ...plain, button: 1 })).toBe(false);
});

it.each(['metaKey', 'ctrlKey', 'shiftKey', 'altKey'])('leaves a click with %s to the browser', (key) => {
  expect(isPlainPress({ ...plain, [key]: true })).toBe(false);
});
