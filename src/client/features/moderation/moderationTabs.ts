import {
  canChangeCap,
  canChangeSettings,
  canHearAppeals,
  canModerate,
  canRename,
  canReview,
  canSeeReports,
  type Standing,
} from '#domain/permissions.ts';
import { hidesAccounts } from '#domain/moderation/moderationChoices.ts';

/** Pages of moderation, in the order of the menu; also the word in the address. */
export const moderationTabs = ['filter', 'held', 'reports', 'members', 'rights', 'settings', 'audit'] as const;
export type ModerationTab = (typeof moderationTabs)[number];

/** The page of an address; undefined for a word nobody knows. */
export const toModerationTab = (word: string): ModerationTab | undefined => moderationTabs.find((tab) => tab === word);

const opens: Record<ModerationTab, (standing: Standing) => boolean> = {
  filter: canModerate,
  held: canReview,
  reports: canSeeReports,
  members: canModerate,
  // The owner changes it, admins see it: those who hear appeals.
  rights: canHearAppeals,
  // Groups are set up in their panel.
  settings: (standing) =>
    hidesAccounts(standing.kind) && (canChangeSettings(standing) || canRename(standing) || canChangeCap(standing)),
  audit: canModerate,
};

/** The pages that a role opens. */
export const tabsFor = (standing: Standing): ModerationTab[] => moderationTabs.filter((tab) => opens[tab](standing));
