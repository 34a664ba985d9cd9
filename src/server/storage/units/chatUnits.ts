/** Units of work for making and changing chats and memberships; see `unit.ts` for the pattern. */
export const chatUnits = {} as const;
