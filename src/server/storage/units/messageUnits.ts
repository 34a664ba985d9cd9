/** Units of work for sending, changing and reading messages; see `unit.ts` for the pattern. */
export const messageUnits = {} as const;
