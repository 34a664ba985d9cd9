import { describe, expect, it } from 'vitest';
import type { FilterPhrase, ModerationConfig } from '#protocol/entities/moderation.ts';
import { rebaseRules } from './rebaseRules.ts';

const phrase = (x: string): FilterPhrase => ({ x, m: 'contains', do: 'hide' });
const rules = (words: string[], more: Partial<ModerationConfig> = {}): ModerationConfig => ({
  phrases: words.map(phrase),
  allow: [],
  ...more,
});

describe('changes of rules on top of those of somebody else', () => {
  it('keep both additions and both removals', () => {
    const base = rules(['a', 'b', 'c'], { allow: ['x'] });
    const mine = rules(['a', 'b', 'd'], { allow: ['x', 'y'] });
    const theirs = rules(['b', 'c', 'e'], { allow: ['x', 'z'] });
    expect(rebaseRules(base, mine, theirs)).toEqual(rules(['b', 'e', 'd'], { allow: ['x', 'z', 'y'] }));
  });

  it('add once what both added', () => {
    expect(rebaseRules(rules([]), rules(['a']), rules(['a', 'b'])).phrases).toEqual(['a', 'b'].map(phrase));
  });

  it('take my switches only where I moved them', () => {
    const flood = { n: 8, s: 10, same: 4, do: 'hide' } as const;
    const base = rules([], { links: 'flag', invites: 'hide', watch: 1 });
    const mine = rules([], { links: 'block', invites: 'hide' });
    const theirs = rules([], { links: 'hide', flood, watch: 1 });
    expect(rebaseRules(base, mine, theirs)).toEqual(rules([], { links: 'block', flood }));
  });

  it('are mine when nobody else changed anything, and theirs when I did not', () => {
    const [base, mine] = [rules(['a'], { links: 'flag' }), rules(['b'])];
    expect(rebaseRules(base, mine, base)).toEqual(mine);
    expect(rebaseRules(base, base, mine)).toEqual(mine);
  });
});
