import { describe, expect, it } from 'vitest';
import { clientAddress } from './clientAddress.ts';
import { isOriginAllowed } from './isOriginAllowed.ts';

describe('the address that limits count', () => {
  it.each([
    ['10.0.0.9', undefined, 0, '10.0.0.9'],
    ['10.0.0.9', '1.2.3.4', 0, '10.0.0.9'],
    ['10.0.0.9', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['10.0.0.9', '6.6.6.6, 1.2.3.4, 10.0.0.8', 2, '1.2.3.4'],
    ['10.0.0.9', '', 1, '10.0.0.9'],
    ['::ffff:1.2.3.4', undefined, 0, '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8:1:2::77', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8::77', undefined, 0, '2001:db8:0:0::/64'],
    ['::1', undefined, 0, '0:0:0:0::/64'],
    [undefined, undefined, 0, 'unknown'],
  ])('of %s with X-Forwarded-For %s behind %d proxies is %s', (remote, forwarded, hops, expected) => {
    expect(clientAddress(remote, forwarded, hops)).toBe(expected);
  });

  it('cannot be grown by a long header', () => {
    expect(clientAddress('1.1.1.1', 'x'.repeat(10_000), 1).length).toBeLessThan(100);
  });
});

describe('origins', () => {
  const list = ['http://localhost:8787'];
  it.each([
    [{ origin: 'http://localhost:8787' }, true],
    [{ origin: 'http://localhost:8787', 'sec-fetch-site': 'cross-site' }, true],
    [{ origin: 'http://localhost' }, false],
    [{ origin: 'http://127.0.0.1:8787' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{}, true],
  ])('%o: %s', (headers, expected) => {
    expect(isOriginAllowed(headers, list)).toBe(expected);
  });
});
