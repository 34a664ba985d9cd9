import { addScheduled } from './scheduled/addScheduled.ts';
import { changeScheduled } from './scheduled/changeScheduled.ts';
import { claimDue, claimOne, hasDue } from './scheduled/claimDue.ts';
import { cleanScheduled } from './scheduled/cleanScheduled.ts';
import { dropScheduled } from './scheduled/dropScheduled.ts';
import { listScheduled } from './scheduled/listScheduled.ts';
import { settleScheduled } from './scheduled/settleScheduled.ts';

/** Units of work for messages that are sent later. */
export const scheduleUnits = {
  addScheduled,
  changeScheduled,
  dropScheduled,
  listScheduled,
  hasDue,
  claimDue,
  claimOne,
  settleScheduled,
  cleanScheduled,
} as const;
