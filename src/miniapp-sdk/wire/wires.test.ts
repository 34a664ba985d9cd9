import { describe, expect, it } from 'vitest';
import { isAtLeast } from '../webApp/isAtLeast.ts';
import { isDarkColor } from './isDarkColor.ts';
import { readLaunchParams } from './launchParams.ts';
import type { PageWindow } from './openLine.ts';
import { parseColor } from './parseColor.ts';
import { parseInitData } from './parseInitData.ts';
import { parseMessage } from './parseMessage.ts';
import { appendToFragment, parseFragment, parseQuery } from './queryStrings.ts';

describe('addresses', () => {
  it('reads a query, with spaces, empty values, broken encoding and names that objects have', () => {
    expect(parseQuery('a=1+2&b&c=&d=%E4%BD%A0&e=%zz&__proto__=x&a=2')).toEqual({
      a: '2',
      b: null,
      c: '',
      d: '你',
      e: '%zz',
    });
    expect(Object.getPrototypeOf(parseQuery('__proto__=x'))).toBe(Object.prototype);
  });

  it.each(['/', '/#', '/#menu', '/#/menu?x=1', '/#x=1'])('finds in %s what was added', (url) => {
    const full = appendToFragment(url, 'tgWebAppVersion=8.0&tgWebAppData=q%3D1');
    expect(parseFragment(full.slice(full.indexOf('#')))).toMatchObject({ tgWebAppVersion: '8.0', tgWebAppData: 'q=1' });
  });

  it('keeps the page’s own fragment apart', () => {
    expect(parseFragment('#/menu')).toEqual({ _path: '/menu' });
    expect(parseFragment('#/menu?a=1')).toEqual({ _path: '/menu', a: '1' });
    expect(parseFragment('')).toEqual({});
  });
});

describe('launch parameters', () => {
  const open = (hash: string, storage: Storage) =>
    readLaunchParams({ location: { hash }, sessionStorage: storage } as unknown as PageWindow);
  const memory = () => {
    const values = new Map<string, string>();
    return {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
    } as unknown as Storage;
  };

  it('survive a reload after the page has changed its fragment', () => {
    const storage = memory();
    open('#tgWebAppData=a&tgWebAppVersion=8.0', storage);
    expect(open('#/cart', storage)).toEqual({ _path: '/cart', tgWebAppData: 'a', tgWebAppVersion: '8.0' });
  });

  it('of a new launch win over those of an earlier one', () => {
    const storage = memory();
    open('#tgWebAppData=a', storage);
    expect(open('#tgWebAppData=b', storage)['tgWebAppData']).toBe('b');
  });

  it('do without storage where the browser forbids it, but let other errors through', () => {
    const forbidden = (error: Error) =>
      ({
        location: { hash: '#tgWebAppData=a' },
        get sessionStorage(): Storage {
          throw error;
        },
      }) as unknown as PageWindow;
    const blocked = Object.assign(new Error('no'), { name: 'SecurityError' });
    expect(readLaunchParams(forbidden(blocked))).toEqual({ tgWebAppData: 'a' });
    expect(() => readLaunchParams(forbidden(new TypeError('a bug')))).toThrow('a bug');
  });
});

describe('values', () => {
  it('init data has objects and lists', () => {
    expect(parseInitData('user=%7B%22id%22%3A1%7D&list=%5B1%5D&auth_date=5&bad=%7Bx%7D')).toEqual({
      user: { id: 1 },
      list: [1],
      auth_date: '5',
      bad: '{x}',
    });
  });

  it.each([
    ['#FFF', '#ffffff'],
    ['#12abCD', '#12abcd'],
    ['rgb(1, 2, 255)', '#0102ff'],
    ['rgba(1,2,3,.5)', '#010203'],
    ['red;background:url(x)', undefined],
    ['#12345', undefined],
    ['rgb(1,2,256)', undefined],
    [7, undefined],
  ])('colour %s is %s', (given, expected) => expect(parseColor(given)).toBe(expected));

  it('tells dark from light', () => {
    expect([isDarkColor('#171717'), isDarkColor('#fcfaf7'), isDarkColor('#0000ff')]).toEqual([true, false, true]);
  });

  it('compares versions by numbers', () => {
    expect(isAtLeast('7.10', '7.9')).toBe(true);
    expect(isAtLeast('8.0', '8')).toBe(true);
    expect(isAtLeast('6', '6.1')).toBe(false);
    expect(isAtLeast('8.0', '9.0')).toBe(false);
  });

  it.each([7, '', 'null', '[]', '{', '{"eventType":7}', '"x"', undefined, { eventType: 'x' }])(
    'is no message: %j',
    (text) => expect(parseMessage(text)).toBeUndefined(),
  );
});
