/** Message kinds. A client stores kinds it does not know and shows them as "needs a newer version". */
export const messageKind = { text: 1, system: 2, card: 3 } as const;
