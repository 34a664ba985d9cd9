import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appScopes, grantState } from '#protocol/entities/appScopes.ts';
import { passportGroups } from './passportGroups.ts';
import { isQuietScope } from './scopeRules.ts';

const reason = { en: 'because' };

it('says what an app has, what it was refused, what it may still ask for and what it cannot ask for', () => {
  const groups = passportGroups({
    ask: [
      { scope: 'profile', reason },
      { scope: 'camera', reason },
      { scope: 'storage', reason },
    ],
    grants: [
      { scope: 'profile', st: grantState.allowed, at: 1, used: 2 },
      { scope: 'location', st: grantState.denied, at: 3 },
    ],
  });
  expect(groups.may).toEqual([
    { scope: 'profile', reason, at: 1, used: 2 },
    { scope: 'storage', reason },
  ]);
  expect(groups.denied).toEqual([{ scope: 'location', at: 3 }]);
  expect(groups.unasked).toEqual([{ scope: 'camera', reason }]);
  expect(groups.closed).toEqual(['write', 'contact', 'microphone', 'clipboard', 'share']);
});

it('puts every scope into exactly one group, and nothing refused among what it may', () => {
  const some = fc.subarray([...appScopes]);
  fc.assert(
    fc.property(some, some, some, (asks, yes, no) => {
      const grants = [
        ...yes.map((scope) => ({ scope, st: grantState.allowed, at: 1 })),
        ...no.filter((scope) => !yes.includes(scope)).map((scope) => ({ scope, st: grantState.denied, at: 1 })),
      ];
      const { may, denied, unasked, closed } = passportGroups({
        ask: asks.map((scope) => ({ scope, reason })),
        grants,
      });
      const all = [...may, ...denied, ...unasked].map(({ scope }) => scope);
      expect([...all, ...closed].toSorted()).toEqual([...appScopes].toSorted());
      for (const { scope } of may)
        expect(yes.includes(scope) || (isQuietScope(scope) && !no.includes(scope))).toBe(true);
      for (const { scope } of denied) expect(no).toContain(scope);
    }),
  );
});
