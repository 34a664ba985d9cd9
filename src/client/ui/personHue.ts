/** The ten hues (degrees) of people and places. Far enough apart to be told from each other, all of equal contrast in both themes. */
const HUES = [25, 55, 85, 125, 155, 195, 230, 265, 305, 345] as const;

/** The twelve hues a person can choose, by the number in `c0`…`c11`: the whole circle in steps of 30, off the pure red of errors. */
const chosenHue = (number: number): number => (25 + number * 30) % 360;

/** A stable hue for an id: the same person has the same colour on every device (FNV-1a over the id's characters). A chosen colour (`c0`…`c11`) is itself. */
export function personHue(id: string): number {
  const chosen = /^c(\d{1,2})$/.exec(id)?.[1];
  if (chosen !== undefined) return chosenHue(Number(chosen));
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  // The low bits of FNV-1a barely differ between neighbouring numbers: fold the high half in.
  const mixed = (hash ^ (hash >>> 16)) >>> 0;
  return HUES[mixed % HUES.length] ?? HUES[0];
}
