import { describe, expect, it } from 'vitest';
import type { Pin } from '#protocol/entities/chatSettings.ts';
import { toMemberId } from '#protocol/casts.ts';
import { chatOfPinsKey, hiddenPinsKey, hidePin, shownPins, toHiddenPins } from './pinRules.ts';

const pin = (s: number, more: Partial<Pin> = {}): Pin => ({ s, by: toMemberId(1), at: 100, ...more });

describe('announcements', () => {
  it('show until their time is over, and not to who hid them', () => {
    const pins = [pin(3), pin(2, { ex: 200 }), pin(1)];
    expect(shownPins(pins, [], 199).map(({ s }) => s)).toEqual([3, 2, 1]);
    expect(shownPins(pins, [], 200).map(({ s }) => s)).toEqual([3, 1]);
    expect(shownPins(pins, [[3, 100]], 0).map(({ s }) => s)).toEqual([2, 1]);
  });

  it('show again when they are announced again', () => {
    expect(shownPins([pin(3, { at: 101 })], [[3, 100]], 0)).toHaveLength(1);
  });

  it('are forgotten as hidden when they are gone', () => {
    expect(
      hidePin(
        [pin(3), pin(2)],
        [
          [9, 1],
          [3, 100],
          [2, 99],
        ],
        pin(2),
      ),
    ).toEqual([
      [3, 100],
      [2, 100],
    ]);
  });
});

describe('the setting', () => {
  it('is kept per chat, under a key the server takes', () => {
    expect(hiddenPinsKey(Number.MAX_SAFE_INTEGER)).toMatch(/^[a-z][a-zA-Z0-9.]{0,39}$/);
    expect(chatOfPinsKey(hiddenPinsKey(42))).toBe(42);
    expect(chatOfPinsKey('presence')).toBeUndefined();
  });

  it('that makes no sense hides nothing', () => {
    for (const value of [undefined, null, 7, {}, 'x', [1], [['a', 2]], [[1]]]) expect(toHiddenPins(value)).toEqual([]);
    expect(toHiddenPins([[1, 2], 'x'])).toEqual([[1, 2]]);
  });
});
