import { isTestFile } from './isTestFile.ts';
import { zoneTable, type Zone } from './zoneTable.ts';

/** The zone of a path from the root of the repository: the longest prefix wins; none is `undefined`. */
export function zoneOf(path: string): Zone | undefined {
  if (isTestFile(path)) return zoneTable.find((zone) => zone.name === 'testing');
  let best: { zone: Zone; length: number } | undefined;
  for (const zone of zoneTable) {
    for (const prefix of zone.paths) {
      if (path.startsWith(prefix) && prefix.length > (best?.length ?? 0)) best = { zone, length: prefix.length };
    }
  }
  return best?.zone;
}
