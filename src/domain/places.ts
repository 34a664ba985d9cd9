/** A place on the earth, degrees. */
export interface Place {
  la: number;
  lo: number;
}

/** Digits after the point: about one metre. */
const digits = 5;

/** A number that says no more than was measured: "-7.7956". */
const plain = (value: number): string => String(Number(value.toFixed(digits)));

/** "-7.7956, 110.3695": what maps and people can paste. */
export const placeText = ({ la, lo }: Place): string => `${plain(la)}, ${plain(lo)}`;

/** The place with no more digits than {@link placeText} shows. */
export const roundPlace = ({ la, lo }: Place): Place => ({ la: Number(plain(la)), lo: Number(plain(lo)) });

/** Where a place is shown on a map. `app`: an address that the device's own map app takes; `web`: a map of the open web. */
export interface MapLink {
  kind: 'app' | 'web';
  href: string;
}

/** The map of a device, by how its browser names itself. */
export function mapLink({ la, lo }: Place, agent: string): MapLink {
  const at = `${plain(la)},${plain(lo)}`;
  if (/Android/.test(agent)) return { kind: 'app', href: `geo:${at}?q=${at}` };
  if (/iPhone|iPad|iPod/.test(agent)) return { kind: 'app', href: `maps:?ll=${at}&q=${at}` };
  const query = `mlat=${plain(la)}&mlon=${plain(lo)}#map=16/${plain(la)}/${plain(lo)}`;
  return { kind: 'web', href: `https://www.openstreetmap.org/?${query}` };
}

/** Where a postal address is looked up; see {@link mapLink}. */
export function addressLink(address: string, agent: string): MapLink {
  const query = encodeURIComponent(address);
  if (/Android/.test(agent)) return { kind: 'app', href: `geo:0,0?q=${query}` };
  if (/iPhone|iPad|iPod/.test(agent)) return { kind: 'app', href: `maps:?q=${query}` };
  return { kind: 'web', href: `https://www.openstreetmap.org/search?query=${query}` };
}

/** Reads a body that came over the wire; undefined for one that tells no place. */
export function readPlace(b: Readonly<Record<string, unknown>>): (Place & { ac?: number; x?: string }) | undefined {
  const { la, lo, ac, x } = b;
  if (typeof la !== 'number' || typeof lo !== 'number') return undefined;
  // A number that is none is not small either.
  if (!(Math.abs(la) <= 90 && Math.abs(lo) <= 180)) return undefined;
  return { la, lo, ...(typeof ac === 'number' ? { ac } : {}), ...(typeof x === 'string' ? { x } : {}) };
}
