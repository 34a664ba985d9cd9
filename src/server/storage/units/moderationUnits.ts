import { cleanModeration } from './moderation/cleanModeration.ts';
import { createAppeal } from './moderation/createAppeal.ts';
import { createReport } from './moderation/createReport.ts';
import { decideAppeal } from './moderation/decideAppeal.ts';
import { decideHeld } from './moderation/decideHeld.ts';
import { decideReport } from './moderation/decideReport.ts';
import { describeSenders } from './moderation/describeSenders.ts';
import { freezeChat } from './moderation/freezeChat.ts';
import { getAppeal } from './moderation/getAppeal.ts';
import { getModeration } from './moderation/getModeration.ts';
import { listAppeals } from './moderation/listAppeals.ts';
import { listAudit } from './moderation/listAudit.ts';
import { listHeld } from './moderation/listHeld.ts';
import { listLeft } from './moderation/listLeft.ts';
import { listOwnHeld } from './moderation/listOwnHeld.ts';
import { listReports } from './moderation/listReports.ts';
import { muteMember } from './moderation/muteMember.ts';
import { setModeration } from './moderation/setModeration.ts';
import { takeReport } from './moderation/takeReport.ts';
import { tryFilter } from './moderation/tryFilter.ts';
import { undoAudit } from './moderation/undoAudit.ts';

/** Units of work for keeping order in groups and communities. */
export const moderationUnits = {
  cleanModeration,
  createAppeal,
  createReport,
  decideAppeal,
  decideHeld,
  decideReport,
  describeSenders,
  freezeChat,
  getAppeal,
  getModeration,
  listAppeals,
  listAudit,
  listHeld,
  listLeft,
  listOwnHeld,
  listReports,
  muteMember,
  setModeration,
  takeReport,
  tryFilter,
  undoAudit,
} as const;
