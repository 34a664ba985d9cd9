/** Kinds of chats, `kind` of their meta. */
export const chatKind = { dm: 1, group: 2, community: 3, official: 4 } as const;
