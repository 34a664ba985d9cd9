import { chatKind } from '#protocol/entities/chatKind.ts';
import type { RightsTable } from '#protocol/entities/chatSettings.ts';
import type { Right } from '#protocol/entities/rightBit.ts';
import { rightBit } from '#protocol/entities/rightBit.ts';
import { memberRole } from '#protocol/entities/memberState.ts';

/*
 * Who may do what in a group or community: one table per chat, a mask of rights for each role below the owner. A chat that never changed its table has
 * that of its kind. The same functions decide on the server and grey out buttons.
 */

const maskOf = (...rights: Right[]): number => rights.reduce((mask, right) => mask | rightBit[right], 0);
const everything = Object.values(rightBit).reduce((mask, bit) => mask | bit, 0);

/** In a group everybody may rename it and bring people in, as people of small groups expect; removing is for admins. */
const groupRights: RightsTable = [
  maskOf('invite', 'rename'),
  maskOf('invite', 'rename', 'deleteOthers', 'mute'),
  everything & ~rightBit.cap & ~rightBit.rooms,
];
/** In a community members write, moderators keep it civil, admins run it. */
const communityRights: RightsTable = [
  0,
  maskOf('deleteOthers', 'mute', 'kick', 'approve', 'reports'),
  everything & ~rightBit.cap,
];

/** Names of all rights in a fixed order, for screens and tests. */
export const rightNames = Object.keys(rightBit) as Right[];

/** The table of a kind of chat that its owner has not changed. */
export function defaultRights(kind: number): RightsTable {
  return kind === chatKind.community ? communityRights : groupRights;
}

/** What a role may do under a table, as a mask. A role that this version does not know counts as the one below it. */
export function rightsOf(kind: number, role: number, table: RightsTable | undefined): number {
  if (kind === chatKind.dm) return 0;
  if (role >= memberRole.owner) return everything;
  const [member, moderator, admin] = table ?? defaultRights(kind);
  if (role >= memberRole.admin) return admin;
  return role >= memberRole.moderator ? moderator : member;
}

/** The table with one cell changed. The owner's rights are not in the table and cannot be taken. */
export function withRight(
  table: RightsTable,
  { role, right, isOn }: { role: number; right: Right; isOn: boolean },
): RightsTable {
  const set = (mask: number, own: number): number => {
    if (own !== role) return mask;
    return isOn ? mask | rightBit[right] : mask & ~rightBit[right];
  };
  const [member, moderator, admin] = table;
  return [set(member, memberRole.member), set(moderator, memberRole.moderator), set(admin, memberRole.admin)];
}

/** Whether a table gives a role a right. */
export const isRightSet = ([member, moderator, admin]: RightsTable, role: number, right: Right): boolean => {
  const mask = role >= memberRole.admin ? admin : role >= memberRole.moderator ? moderator : member;
  return role >= memberRole.owner || (mask & rightBit[right]) !== 0;
};

/** The cells in which two tables differ. */
export function changedRights(
  before: RightsTable,
  after: RightsTable,
): { role: number; right: Right; isOn: boolean }[] {
  return [memberRole.member, memberRole.moderator, memberRole.admin].flatMap((role) =>
    rightNames
      .filter((right) => isRightSet(before, role, right) !== isRightSet(after, role, right))
      .map((right) => ({ role, right, isOn: isRightSet(after, role, right) })),
  );
}
