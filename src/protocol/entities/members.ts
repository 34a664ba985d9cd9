import * as z from 'zod/mini';
import { cidSchema, memberIdSchema, revSchema, seqSchema, timeSchema, userIdSchema } from '../ids.ts';

/** A member as others see it. `u` is the member id; in communities it says nothing about the account. */
export const memSchema = z.object({
  u: memberIdSchema,
  /** state, see {@link memberState} */
  st: z.int(),
  /** role, see {@link memberRole} */
  ro: z.int(),
  /** nickname in this chat */
  nn: z.optional(z.string()),
  /** face in this chat, as `av` of a card */
  av: z.optional(z.string()),
  /** profile version */
  pv: z.int(),
  /** rev of the last change others must see */
  r: revSchema,
  /** rev of the join */
  jr: revSchema,
  /** invited only: the member who invites them */
  by: z.optional(memberIdSchema),
});
export type Mem = z.infer<typeof memSchema>;

/**
 * My own standing in a chat. A received one replaces the stored one when both `rs` and `lo` are at least the stored ones, or `mv` is higher
 * (src/sync/SPEC.md, unread rules).
 */
export const meSchema = z.object({
  mid: memberIdSchema,
  /** version of my own settings in this chat */
  mv: z.int(),
  st: z.int(),
  ro: z.int(),
  /** floor: first seq I may see */
  fl: seqSchema,
  /** read position (seq) and the ordinal there */
  rs: seqSchema,
  rn: z.int(),
  /** my countable messages after `rs` */
  oa: z.int(),
  /** my newest countable message (seq) */
  lo: seqSchema,
  /** unread mentions */
  um: z.int(),
  /** notifications, see {@link notifyLevel} */
  nt: z.int(),
  /** threads: 1 = I follow it, so what is new there counts as unread and is told */
  fo: z.optional(z.literal(1)),
  /** muted until; absent = not muted */
  mu: z.optional(timeSchema),
  /** may not write until this time: a moderator's or the filter's word */
  mt: z.optional(timeSchema),
  /** groups and communities: when I came in; what new members may not do yet follows from it */
  ja: z.optional(timeSchema),
  /** held messages of mine that were refused, the newest 20 */
  rj: z.optional(z.array(cidSchema)),
  /** rank among pinned chats, higher first; absent = not pinned */
  pin: z.optional(z.int()),
  /** hidden while head.rev is not above this and nothing countable came after it */
  hid: z.optional(revSchema),
  /** marked unread from this seq by myself */
  uf: z.optional(seqSchema),
  /** invited only: the member who invites me */
  by: z.optional(memberIdSchema),
  /** where I may let people in: how many wait; absent = nobody */
  rq: z.optional(z.int().check(z.positive())),
  /** dm only: the other person's account */
  peer: z.optional(userIdSchema),
  /** dm only: how far the other person has read (seq) and when they joined the numbering */
  prs: z.optional(seqSchema),
});
export type Me = z.infer<typeof meSchema>;
