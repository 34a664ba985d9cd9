import { closeCommunity } from './communities/closeCommunity.ts';
import { createCommunity } from './communities/createCommunity.ts';
import { findCommunities } from './communities/findCommunities.ts';
import { indexMembers } from './communities/indexMembers.ts';
import { joinCommunity } from './communities/joinCommunity.ts';
import { peekCommunity } from './communities/peekCommunity.ts';
import { setMemberName } from './communities/setMemberName.ts';

/** Units of work about communities; see `unit.ts` for the pattern. */
export const communityUnits = {
  closeCommunity,
  createCommunity,
  findCommunities,
  indexMembers,
  joinCommunity,
  peekCommunity,
  setMemberName,
} as const;
