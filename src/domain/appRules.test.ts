import { describe, expect, it } from 'vitest';
import { appText, isFreeAppId, isListedHost, isSameSite } from './appRules.ts';

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

describe('a text', () => {
  it('is English where there is none in the language', () => {
    expect([appText({ en: 'Queue', ja: '整理券' }, 'ja'), appText({ en: 'Queue' }, 'ko')]).toEqual(['整理券', 'Queue']);
  });
});
