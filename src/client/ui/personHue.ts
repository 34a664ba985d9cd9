/** The ten hues (degrees) of people and places. Far enough apart to be told from each other, all of equal contrast in both themes. */
const HUES = [25, 55, 85, 125, 155, 195, 230, 265, 305, 345] as const;

/** A stable hue for an id: the same person has the same colour on every device (FNV-1a over the id's characters). */
export function personHue(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  // The low bits of FNV-1a barely differ between neighbouring numbers: fold the high half in.
  return HUES[(hash ^ (hash >>> 16)) % HUES.length] ?? HUES[0];
}
