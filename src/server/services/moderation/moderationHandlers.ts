import type { Handlers } from '#server/services/serviceContext.ts';
import { createAppeal } from './createAppeal.ts';
import { createReport } from './createReport.ts';
import { decideAppeal } from './decideAppeal.ts';
import { decideHeld } from './decideHeld.ts';
import { decideReport } from './decideReport.ts';
import { freezeChat } from './freezeChat.ts';
import { getAppeal } from './getAppeal.ts';
import { getModeration } from './getModeration.ts';
import { listAppeals } from './listAppeals.ts';
import { listAudit } from './listAudit.ts';
import { listHeld } from './listHeld.ts';
import { listLeft } from './listLeft.ts';
import { listOwnHeld } from './listOwnHeld.ts';
import { listReports } from './listReports.ts';
import { muteMember } from './muteMember.ts';
import { setModeration } from './setModeration.ts';
import { takeReport } from './takeReport.ts';
import { tryModeration } from './tryModeration.ts';
import { undoAudit } from './undoAudit.ts';

/** Requests about keeping order. */
export type ModerationRequest =
  | 'appeal.create'
  | 'appeal.decide'
  | 'appeal.get'
  | 'appeal.list'
  | 'audit.list'
  | 'audit.undo'
  | 'chat.freeze'
  | 'held.decide'
  | 'held.list'
  | 'held.mine'
  | 'member.mute'
  | 'members.left'
  | 'moderation.get'
  | 'moderation.set'
  | 'moderation.try'
  | 'report.create'
  | 'report.decide'
  | 'report.list'
  | 'report.take';

/** The use cases of those who keep order in a group or community, and of those whom it concerns. */
export const moderationHandlers: Handlers<ModerationRequest> = {
  'appeal.create': createAppeal,
  'appeal.decide': decideAppeal,
  'appeal.get': getAppeal,
  'appeal.list': listAppeals,
  'audit.list': listAudit,
  'audit.undo': undoAudit,
  'chat.freeze': freezeChat,
  'held.decide': decideHeld,
  'held.list': listHeld,
  'held.mine': listOwnHeld,
  'member.mute': muteMember,
  'members.left': listLeft,
  'moderation.get': getModeration,
  'moderation.set': setModeration,
  'moderation.try': tryModeration,
  'report.create': createReport,
  'report.decide': decideReport,
  'report.list': listReports,
  'report.take': takeReport,
};
