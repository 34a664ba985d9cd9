import { canModerate, canReview, canSeeReports, type Standing } from '#domain/permissions.ts';

/** Pages of moderation, in the order of the menu; also the word in the address. */
export const moderationTabs = ['filter', 'held', 'reports', 'audit', 'members'] as const;
export type ModerationTab = (typeof moderationTabs)[number];

/** The page of an address; undefined for a word nobody knows. */
export const toModerationTab = (word: string): ModerationTab | undefined => moderationTabs.find((tab) => tab === word);

/** The pages that a role opens. */
export function tabsFor(standing: Standing): ModerationTab[] {
  if (!canModerate(standing)) return [];
  return moderationTabs.filter((tab) => {
    if (tab === 'held') return canReview(standing);
    return tab !== 'reports' || canSeeReports(standing);
  });
}
