import { describe, expect, it } from 'vitest';
import { grantState } from '#protocol/entities/appScopes.ts';
import { appText, isFreeAppId, isListedHost, isSameSite, isScopeAllowed } from './appRules.ts';

describe('the id of an app', () => {
  it('is not a name that people take for a part of the service', () => {
    expect(['cafe', 'my-app', 'login', 'xn--x'].map(isFreeAppId)).toEqual([true, true, false, false]);
  });
});

describe('two hosts', () => {
  it.each([
    ['localhost', 'localhost', true],
    ['cafe.localhost', 'localhost', false],
    ['cafe.localhost', 'shop.localhost', false],
    ['chat.kabar.example', 'apps.kabar.example', true],
    ['chat.kabar.example', 'CHAT.KABAR.example', true],
    ['kabar.example', 'kabar-apps.example', false],
    ['127.0.0.1', 'localhost', false],
    ['127.0.0.1', '126.0.0.1', false],
    ['127.0.0.1', '127.0.0.1', true],
  ])('%s and %s: one site is %s', (one, other, is) => expect(isSameSite(one, other)).toBe(is));

  it('are on a list as they are, or below a star', () => {
    const list = ['a.example', '*.b.example', 'c.example:8080'];
    const hosts = ['a.example', 'x.a.example', 'b.example', 'x.b.example', 'xb.example', 'c.example', 'c.example:8080'];
    expect(hosts.filter((host) => isListedHost(list, host))).toEqual(['a.example', 'x.b.example', 'c.example:8080']);
  });
});

describe('a scope', () => {
  it('is allowed by a yes; where nobody is asked, by no no; never without having been declared', () => {
    const { allowed, denied } = grantState;
    const of = (scope: 'camera' | 'share', isDeclared: boolean) =>
      [undefined, allowed, denied].map((st) => isScopeAllowed(scope, isDeclared, st));
    expect(of('camera', true)).toEqual([false, true, false]);
    expect(of('share', true)).toEqual([true, true, false]);
    expect([...of('camera', false), ...of('share', false)]).toEqual(Array.from({ length: 6 }, () => false));
  });
});

describe('a text', () => {
  it('is English where there is none in the language', () => {
    expect([appText({ en: 'Queue', ja: '整理券' }, 'ja'), appText({ en: 'Queue' }, 'ko')]).toEqual(['整理券', 'Queue']);
  });
});
