/** My relation to a person. 0 is a tombstone so that other devices learn of the removal. */
export const contactState = { removed: 0, friend: 1, hidden: 2, blocked: 3 } as const;
