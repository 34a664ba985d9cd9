import { memberState } from '#protocol/entities/memberState.ts';

/** States in which a person can have something to appeal against: in (and muted), removed, banned. Who left by himself has not. */
export const mayAppeal: ReadonlySet<number> = new Set([memberState.joined, memberState.kicked, memberState.banned]);
