import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createUnreadSign } from './createUnreadSign.ts';

const badges: number[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  badges.length = 0;
  vi.stubGlobal('document', { title: '' });
  vi.stubGlobal('navigator', {
    setAppBadge: async (count: number) => void badges.push(count),
    clearAppBadge: async () => void badges.push(0),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says every number in the title at once, and on the icon the first and then the last one', () => {
  const sign = createUnreadSign('Kabar');
  for (let count = 1; count <= 40; count += 1) {
    sign.show(count);
    expect(document.title).toBe(`(${count}) Kabar`);
  }
  expect(badges).toEqual([1]);
  vi.runAllTimers();
  expect(badges).toEqual([1, 40]);
  sign.show(120);
  expect(document.title).toBe('(99+) Kabar');
  vi.runAllTimers();
  expect(badges).toEqual([1, 40, 120]);
});

it('takes the number away at once', () => {
  const sign = createUnreadSign('Kabar');
  sign.show(3);
  sign.show(4);
  sign.clear();
  expect(badges).toEqual([3, 0]);
  expect(document.title).toBe('Kabar');
  vi.runAllTimers();
  expect(badges).toEqual([3, 0]);
});

it('lives without icons', () => {
  vi.stubGlobal('navigator', {});
  createUnreadSign('Kabar').show(2);
  expect(document.title).toBe('(2) Kabar');
});
