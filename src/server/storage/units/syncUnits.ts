/** Units of work for bringing devices up to date; see `unit.ts` for the pattern. */
export const syncUnits = {} as const;
