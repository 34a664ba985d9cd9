import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { chatSettingsChangeSchema, chatSettingsSchema } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { mergeSettings } from './mergeSettings.ts';

const group = { kind: chatKind.group, hasCode: false };
const community = { kind: chatKind.community, hasCode: false };

describe('settings after a change', () => {
  it('absent fields stay, null takes one back, and equal settings are equal texts', () => {
    const before = mergeSettings(undefined, { slow: 5, ask: 'Why?', join: joinMode.approval }, group);
    expect(before).toEqual({ join: joinMode.approval, ask: 'Why?', slow: 5 });
    expect(mergeSettings(before, {}, group)).toEqual(before);
    expect(mergeSettings(before, { ask: null, frozen: 1 }, group)).toEqual({ join: 2, slow: 5, frozen: 1 });
    const other = mergeSettings(mergeSettings({ slow: 5 }, { join: joinMode.approval }, group), { ask: 'Why?' }, group);
    expect(JSON.stringify(other)).toBe(JSON.stringify(before));
    expect(mergeSettings({ join: joinMode.approval }, { join: joinMode.closed }, group)).toEqual({});
  });

  it('a code needs its way in, and a group is not open to strangers', () => {
    expect(mergeSettings(undefined, { join: joinMode.code }, community)).toBeUndefined();
    expect(mergeSettings(undefined, { join: joinMode.code }, { ...community, hasCode: true })).toEqual({ join: 3 });
    expect(mergeSettings(undefined, { join: joinMode.open, listed: 1, cat: 'food' }, community)).toBeDefined();
    for (const change of [
      { join: joinMode.open },
      { listed: 1 },
      { peek: 1 },
      { cat: 'food' },
      { rules: 'r' },
    ] as const)
      expect(mergeSettings(undefined, change, group)).toBeUndefined();
    expect(mergeSettings(undefined, {}, { ...group, hasCode: true })).toBeUndefined();
  });

  it('whatever comes, what is stored is what the schema of the meta lets through', () => {
    const change = arbitraryInput(chatSettingsChangeSchema) as fc.Arbitrary<object>;
    fc.assert(
      fc.property(change, change, (one, other) => {
        const first = mergeSettings(undefined, one, { ...community, hasCode: true });
        const second = mergeSettings(first, other, { ...community, hasCode: true });
        expect(chatSettingsSchema.parse(second)).toEqual(second);
        for (const [key, value] of Object.entries(other)) if (value === null) expect(second).not.toHaveProperty(key);
      }),
    );
  });
});
