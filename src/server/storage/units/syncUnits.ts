import { getDelta } from './sync/readDelta.ts';
import { getHistory } from './sync/getHistory.ts';
import { filterWatchable, filterWatchers } from './sync/filterWatchable.ts';
import { listDays } from './sync/listDays.ts';
import { listMembers } from './sync/listMembers.ts';
import { listVoters } from './sync/listVoters.ts';
import { loadChange } from './sync/readChange.ts';
import { loadPeerReads } from './sync/loadPeerReads.ts';
import { loadReceipts } from './sync/loadReceipts.ts';
import { listMyChats, loadRevs, loadUserRevs } from './sync/loadRevs.ts';
import { loadUserChanges } from './sync/loadUserChanges.ts';
import { openSync } from './sync/openSync.ts';
import { checkRange, getMessages, listVersions } from './sync/messageReadUnits.ts';

/** Units of work for bringing devices up to date; see `unit.ts` for the pattern. */
export const syncUnits = {
  checkRange,
  filterWatchable,
  filterWatchers,
  getDelta,
  getHistory,
  getMessages,
  listDays,
  listMembers,
  listMyChats,
  listVersions,
  listVoters,
  loadChange,
  loadPeerReads,
  loadReceipts,
  loadRevs,
  loadUserChanges,
  loadUserRevs,
  openSync,
} as const;
