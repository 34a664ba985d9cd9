import type { Place } from '#domain/places.ts';
import { roundPlace } from '#domain/places.ts';
import type { Translate } from '../systemText.ts';

/** "7.79560° S, 110.36950° E" as people of a language write it. */
export function placeWords(t: Translate, place: Place, language: string): string {
  const { la, lo } = roundPlace(place);
  const value = (degrees: number): string =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 4, maximumFractionDigits: 5 }).format(Math.abs(degrees));
  const north = t(la < 0 ? 'cards.place.south' : 'cards.place.north', { value: value(la) });
  const east = t(lo < 0 ? 'cards.place.west' : 'cards.place.east', { value: value(lo) });
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format([north, east]);
}

/** "Exact to about 12 m"; from a kilometre on in kilometres. `metres`: how exact. */
export function exactWords(t: Translate, metres: number, language: string): string {
  const isFar = metres >= 1_000;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isFar ? 'kilometer' : 'meter',
    maximumFractionDigits: isFar ? 1 : 0,
  });
  return t('cards.place.exact', { distance: format.format(isFar ? metres / 1_000 : Math.max(1, metres)) });
}
