import { expect, it } from 'vitest';
import { appScopes, grantState, type AppScope } from '#protocol/entities/appScopes.ts';
import { grantedFrameScopes, isAppScope, isFrameScope, isGranted, isQuietScope, isScopeAllowed } from './scopeRules.ts';

const { allowed, denied } = grantState;

it('a scope is known by its name, and no other name is one', () => {
  expect(appScopes.every(isAppScope)).toBe(true);
  for (const name of ['', 'Camera', 'camera ', 'constructor', '__proto__', 'toString', 'payment'])
    expect([name, isAppScope(name)]).toEqual([name, false]);
});

it('what the browser gives to a frame, and what needs no question, are different things', () => {
  expect(appScopes.filter(isFrameScope)).toEqual(['location', 'camera', 'microphone']);
  expect(appScopes.filter(isQuietScope)).toEqual(['share', 'storage']);
});

it('only a yes is one', () => {
  expect([allowed, denied, undefined, 0, 3].map(isGranted)).toEqual([true, false, false, false, false]);
});

it('a frame is made with what was allowed, in one order, and with nothing that is no permission of a frame', () => {
  const answers = new Map<AppScope, { st: number }>([
    ['write', { st: allowed }],
    ['share', { st: allowed }],
    ['location', { st: allowed }],
    ['microphone', { st: denied }],
    ['camera', { st: allowed }],
  ]);
  expect(grantedFrameScopes(answers)).toEqual(['camera', 'location']);
  expect(grantedFrameScopes(new Map())).toEqual([]);
});

it('a scope is allowed by a yes; where nobody is asked, by no no; never without having been declared', () => {
  const of = (scope: AppScope, isDeclared: boolean) =>
    [undefined, allowed, denied].map((st) => isScopeAllowed(scope, isDeclared, st));
  expect(of('camera', true)).toEqual([false, true, false]);
  expect(of('share', true)).toEqual([true, true, false]);
  expect([...of('camera', false), ...of('share', false)]).toEqual(Array.from({ length: 6 }, () => false));
});
