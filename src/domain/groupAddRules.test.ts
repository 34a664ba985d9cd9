import { describe, expect, it } from 'vitest';
import { isGroupAddAudience, mayAddDirectly } from './groupAddRules.ts';

describe('who may bring a person into groups without asking', () => {
  it.each([
    [undefined, true, true],
    [undefined, false, false],
    ['everyone', false, true],
    ['friends', true, true],
    ['friends', false, false],
    ['nobody', true, false],
    ['a word of a later version', true, false],
  ])('%s, friend: %s → %s', (audience, isFriend, may) => {
    expect(mayAddDirectly(audience, isFriend)).toBe(may);
  });

  it('knows its words', () => {
    expect(['everyone', 'friends', 'nobody', 'all', 1, undefined].map(isGroupAddAudience)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
