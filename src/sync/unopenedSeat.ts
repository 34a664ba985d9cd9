import type { Me } from '#protocol/entities/members.ts';

/** What a room takes from my standing in its community. */
export type Shared = Pick<Me, 'mid' | 'st' | 'ro' | 'mt' | 'ja' | 'rj'>;

export function sharedOf({ mid, st, ro, mt, ja, rj }: Me): Shared {
  return {
    ...{ mid, st, ro },
    ...(mt === undefined ? {} : { mt }),
    ...(ja === undefined ? {} : { ja }),
    ...(rj === undefined ? {} : { rj }),
  };
}

/** My standing in a room I have not been in yet: my place is the beginning. `mv`: version of my standing. */
export const unopenedSeat = (community: Me, mv: number): Me => ({
  ...sharedOf(community),
  ...{ mv, fl: 0, rs: 0, rn: 0, oa: 0, lo: 0, um: 0, nt: 0 },
});
