/**
 * What a role may do, as bits of a mask. `announce` put a message on top of the chat, and write in a room that only announces · `deleteOthers` take away
 * messages of others · `mute`, `kick`, `ban` lower roles · `settings` of the chat · `cap` of members · `approve` who asks to come in · `reports` see and decide ·
 * `rooms` make and change rooms · `invite` people and by link · `rename` the chat and its picture.
 */
export const rightBit = {
  announce: 1,
  deleteOthers: 2,
  mute: 4,
  kick: 8,
  ban: 16,
  settings: 32,
  cap: 64,
  approve: 128,
  reports: 256,
  rooms: 512,
  invite: 1_024,
  rename: 2_048,
} as const;
/** One right by its name. */
export type Right = keyof typeof rightBit;
