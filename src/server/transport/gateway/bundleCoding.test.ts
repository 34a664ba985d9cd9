import { expect, it } from 'vitest';
import { isCompressible, pickCoding } from './bundleCoding.ts';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['BR ; q=1', 'br'],
  ['br;q=0, gzip;q=0.1', 'gzip'],
  ['*', 'br'],
  ['*, br;q=0', 'gzip'],
  ['identity;q=1, *;q=0', undefined],
  ['gzip;q=0', undefined],
  ['brotli, gzipped', undefined],
  ['br;q=x', 'br'],
  ['', undefined],
  [undefined, undefined],
])('who accepts %s gets %s', (accepted, coding) => expect(pickCoding(accepted, 'text/css', 5_000)).toBe(coding));

it('what is small already, or packed already, goes as it is', () => {
  expect(pickCoding('br', 'text/css', 1_023)).toBeUndefined();
  for (const type of ['image/png', 'font/woff2', 'video/mp4', 'application/pdf', 'application/octet-stream'])
    expect([type, isCompressible(type), pickCoding('br', type, 99_999)]).toEqual([type, false, undefined]);
  for (const type of ['text/html; charset=utf-8', 'image/svg+xml', 'application/wasm', 'application/json'])
    expect([type, isCompressible(type), pickCoding('br', type, 99_999)]).toEqual([type, true, 'br']);
});
