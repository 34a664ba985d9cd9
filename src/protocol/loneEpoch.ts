/**
 * Epoch of an engine that has rows of its own and shares nothing with the others of its browser: a tab that works in memory. It is never fenced, and
 * neither ends other connections of its device nor is ended by them.
 */
export const loneEpoch = 0;
