import { expect, it } from 'vitest';
import { addressLink, mapLink, placeText, readPlace, roundPlace } from './places.ts';

const monas = { la: -6.175392400001, lo: 106.827153 };

it('are written to about a metre, without an exponent', () => {
  expect(placeText(monas)).toBe('-6.17539, 106.82715');
  expect(placeText({ la: 0.0000001, lo: -180 })).toBe('0, -180');
  expect(roundPlace(monas)).toEqual({ la: -6.17539, lo: 106.82715 });
});

it('open the map of a phone, and elsewhere one of the web', () => {
  expect(mapLink(monas, 'Mozilla/5.0 (Linux; Android 16)')).toEqual({
    kind: 'app',
    href: 'geo:-6.17539,106.82715?q=-6.17539,106.82715',
  });
  expect(mapLink(monas, 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)').href).toMatch(/^maps:\?ll=-6/);
  const web = mapLink(monas, 'Mozilla/5.0 (X11; Linux x86_64)');
  expect([web.kind, new URL(web.href).host]).toEqual(['web', 'www.openstreetmap.org']);
});

it('are read from bodies, and nothing else is taken for one', () => {
  expect(readPlace({ la: 1, lo: 2, ac: 5, x: 'Here' })).toEqual({ la: 1, lo: 2, ac: 5, x: 'Here' });
  for (const b of [{}, { la: '1', lo: 2 }, { la: 91, lo: 0 }, { la: 0, lo: 181 }, { la: Number.NaN, lo: 0 }])
    expect(readPlace(b)).toBeUndefined();
});

it('looks an address up where a place is shown, whatever signs are in it', () => {
  const address = '高雄市鹽埕區大勇路1號 & #2?';
  const query = encodeURIComponent(address);
  expect(addressLink(address, 'Linux; Android 15')).toEqual({ kind: 'app', href: `geo:0,0?q=${query}` });
  expect(addressLink(address, 'iPhone; CPU')).toEqual({ kind: 'app', href: `maps:?q=${query}` });
  const web = addressLink(address, 'X11; Linux');
  expect(web.kind).toBe('web');
  expect(new URL(web.href).searchParams.get('query')).toBe(address);
});
