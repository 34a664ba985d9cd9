import type { ChatId, UserId } from '#protocol/ids.ts';

/**
 * Names of rooms. `chat`: member sockets of a 1:1 chat or group, every delta. `heads`: member sockets of a community that do not show it, its
 * head only; `away`: those of them of which no tab is visible; `quiet`: those whose person has silenced it. `open`: sockets that show the chat; typing and receipts, for a community deltas too. `user`: all sockets of a person. `presence`: sockets that watch a person.
 */
export const roomOf = {
  chat: (c: ChatId) => `c:${c}`,
  heads: (c: ChatId) => `h:${c}`,
  away: (c: ChatId) => `ha:${c}`,
  quiet: (c: ChatId) => `hq:${c}`,
  open: (c: ChatId) => `o:${c}`,
  user: (user: UserId) => `u:${user}`,
  presence: (user: UserId) => `p:${user}`,
} as const;
