/** How strangers come in: not at all (added, or by a link), at once, after somebody approved, with a code. */
export const joinMode = { closed: 0, open: 1, approval: 2, code: 3 } as const;
