/** Membership states. Only `joined` may read or write. */
export const memberState = { joined: 1, invited: 2, left: 3, kicked: 4, banned: 5 } as const;
/** Roles, ordered: a higher number may do what a lower one may. */
export const memberRole = { member: 0, moderator: 1, admin: 2, owner: 3 } as const;
/** What I want to hear of a chat (`nt`). */
export const notifyLevel = { all: 0, mentions: 1, none: 2, announcements: 3 } as const;
