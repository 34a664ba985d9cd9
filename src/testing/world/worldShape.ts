import type { Random } from '#sync/ports.ts';

/** How large a world is. */
export interface WorldShape {
  /** processes of the server over one database */
  readonly nodes: number;
  /** by person and device: with how many tabs it begins */
  readonly people: readonly (readonly number[])[];
}

/*
 * Small worlds are told more often: most faults need two people and two devices, and a small world tells four stories in the time of a large one.
 */
const nodeCounts = [1, 1, 2, 2, 3] as const;
const peopleCounts = [3, 3, 3, 3, 4, 4, 5, 6] as const;
const deviceCounts = [1, 1, 1, 1, 2, 2, 3] as const;
const tabCounts = [1, 1, 1, 2, 3] as const;

/** Draws the size of a world. The first person always has a second device, so that own devices can disagree. */
export function worldShape(random: Random): WorldShape {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.float() * list.length)] as T;
  const nodes = pick(nodeCounts);
  const people = Array.from({ length: pick(peopleCounts) }, (_, at) => {
    const devices = Math.max(at === 0 ? 2 : 1, pick(deviceCounts));
    return Array.from({ length: devices }, () => pick(tabCounts));
  });
  return { nodes, people };
}
