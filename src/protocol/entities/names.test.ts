import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { aliasSchema } from '../requests/contactSet.ts';
import { groupTitleSchema } from './chatSnapshot.ts';
import { roomTitleSchema } from './chatSettings.ts';
import { memberNameSchema } from './community.ts';
import { albumNameSchema } from './shelf.ts';
import { displayNameSchema } from './user.ts';

describe.each([
  ['a person', displayNameSchema],
  ['a member of a community', memberNameSchema],
  ['a group or community', groupTitleSchema],
  ['a room', roomTitleSchema],
  ['an album', albumNameSchema],
] as const)('the name of %s', (_what, schema) => {
  it('does not turn around what stands behind it, and hides nothing', () => {
    expect(schema.parse('Ana\u202egpj\u2066')).toBe('Anagpj');
    expect(schema.parse('A\u200bna\ufeff')).toBe('Ana');
  });

  it('does not grow out of its line', () => {
    expect(schema.parse(`Z${'\u0335'.repeat(10_000)}`)).toMatch(/^Z\p{M}{4}$/u);
  });

  it.each(['\u200d'.repeat(30), '\u3164\u3164', '\u202e', ' \u200b '])('%j is none', (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });

  it('that is a flood of what shows nothing is what is left', () => {
    expect(schema.parse(`a${'\u200b'.repeat(10_000)}b`)).toBe('ab');
  });
});

describe('a name that only I see', () => {
  it('is cleaned as others are, and none where nothing is left', () => {
    expect(aliasSchema.parse(' An\u202ena\u200b ')).toBe('Anna');
    expect([aliasSchema.parse(''), aliasSchema.parse('\u3164\u202e')]).toEqual(['', '']);
  });

  it('is no longer than the field after it', () => {
    expect(aliasSchema.safeParse('x'.repeat(limits.aliasMax + 1)).success).toBe(false);
    expect(aliasSchema.safeParse(`${'x'.repeat(limits.aliasMax)}\u200b`).success).toBe(true);
  });
});
