import { memberRole } from '#protocol/entities/memberState.ts';

/** A role in a word, for screens. */
export type RoleName = 'owner' | 'admin' | 'moderator' | 'member';

/** The word for a role's number; a number that this version does not know counts as the role below it. */
export function roleName(role: number): RoleName {
  if (role >= memberRole.owner) return 'owner';
  if (role >= memberRole.admin) return 'admin';
  return role >= memberRole.moderator ? 'moderator' : 'member';
}

/** The number of a role by its word, for screens. */
export const namedRole: Readonly<Record<RoleName, number>> = memberRole;
