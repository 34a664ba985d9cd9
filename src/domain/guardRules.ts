import { memberRole } from '#protocol/entities/memberState.ts';
import { limits } from '#protocol/limits.ts';

/*
 * The rules by which a chat survives a stolen or angry account: who removes many people is slowed down, and what was done can be undone by those who led the
 * chat before.
 */

/**
 * Whether a removal needs a second admin. `recent`: people the same person removed within the last ten minutes, `count`: people he wants to remove now.
 * Of the two bounds (five people, five percent of the members) the stricter one that makes sense holds: more than five people, in a chat of any size.
 * Five percent is fewer than five people only below 100 members, where it would ask a second admin about a single one.
 */
export const needsSecondAdmin = (recent: number, count: number): boolean => recent + count > limits.guardPeople;

/** Whether a role leads the chat: its people decide about acts that wait, and undo those that were done. */
export const isGuardian = (role: number): boolean => role >= memberRole.admin;

/**
 * ms until somebody's approval counts. Stricter than asking who gave him the role: whoever got his role within a day, from whomever, cannot approve, so that
 * no chain of helpers can. `since`: when he got the role he has, or came in with it.
 */
export const approvalWait = (since: number, now: number): number => Math.max(0, since + limits.rightsAfterMs - now);
