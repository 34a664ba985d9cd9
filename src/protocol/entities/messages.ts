import * as z from 'zod/mini';
import { chatIdSchema, cidSchema, memberIdSchema, revSchema, seqSchema, timeSchema } from '../ids.ts';
import { guardedKinds } from './guardedKinds.ts';

/** Events that a group writes into its own timeline. */
export const systemEvents = [
  'created',
  'joined',
  'added',
  'left',
  'removed',
  'renamed',
  'picture',
  'owner',
  'banned',
  'role',
  'about',
  'pinned',
  'waiting',
  'refused',
  'undone',
  'room',
  'closed',
  'album',
  'note',
  'thread',
] as const;
/**
 * Body of a system line: what happened, by whom, to whom, and the new title where there is one (`album`: name of an album that was made; `room`: a room of a community was made, its first line; `thread`: a thread was begun, its first line). `role`: the role somebody has now. `s`: the message that was
 * announced. `n`: how many people a removal concerns that waits or was refused, or how many messages came back. `act`: what was undone; after a removal
 * `who` are the people who are back.
 */
export const systemBodySchema = z.object({
  ev: z.enum(systemEvents),
  by: z.optional(memberIdSchema),
  who: z.optional(z.array(memberIdSchema)),
  title: z.optional(z.string()),
  role: z.optional(z.int()),
  s: z.optional(seqSchema),
  n: z.optional(z.int()),
  act: z.optional(z.enum(guardedKinds)),
});
export type SystemBody = z.infer<typeof systemBodySchema>;

/**
 * What others have made of a message. `bt`: votes per answer of a poll, or `[confirmed]` of a message that asks for a confirmation; `bn`: people who voted. `bo`: answers that people added to a poll. `lk`: card of the
 * first link in its text, made by the server: `u` its address, `t` title, `x` text, `p` picture (media id) with its size `w`, `h`.
 */
export const extrasSchema = z.object({
  bt: z.optional(z.array(z.int())),
  bn: z.optional(z.int()),
  bo: z.optional(z.array(z.string())),
  lk: z.optional(
    z.object({
      u: z.string(),
      t: z.string(),
      x: z.optional(z.string()),
      p: z.optional(z.string()),
      w: z.optional(z.int()),
      h: z.optional(z.int()),
    }),
  ),
  /** the thread that hangs on it; `end`: nobody writes in it any more, with the number of replies, who wrote last and when */
  th: z.optional(
    z.object({
      c: chatIdSchema,
      end: z.optional(z.object({ n: z.int(), f: z.array(memberIdSchema), at: timeSchema })),
    }),
  ),
});
export type Extras = z.infer<typeof extrasSchema>;

/**
 * A message as of its newest change. Of two copies the one with the higher `r` wins, in any order of arrival.
 * A row with `del` carries an empty body.
 */
export const rowSchema = z.object({
  /** seq: place in the chat */
  s: seqSchema,
  /** rev of this row's last change */
  r: revSchema,
  /** ordinal among countable messages; absent on system lines */
  n: z.optional(z.int().check(z.positive())),
  /** sender */
  u: memberIdSchema,
  /** client-made id */
  i: cidSchema,
  /** kind */
  k: z.int(),
  b: z.optional(z.record(z.string(), z.unknown())),
  /** seq of the message this one replies to */
  re: z.optional(seqSchema),
  /** people named in the text */
  m: z.optional(z.array(memberIdSchema)),
  /** 1: names everybody */
  ma: z.optional(z.literal(1)),
  /** reaction totals by emoji */
  rx: z.optional(z.record(z.string(), z.int())),
  /** my own reaction; only in answers to one person, never in a room's delta; null = taken back */
  my: z.optional(z.nullable(z.string())),
  /** what hangs on it: see `extrasSchema` */
  ex: z.optional(extrasSchema),
  /** what I chose in it (poll, confirmation), numbers of answers; like `my` only in answers to one person */
  mb: z.optional(z.array(z.int())),
  /** time of the last edit */
  ed: z.optional(timeSchema),
  /** time it was unsent */
  del: z.optional(timeSchema),
  at: timeSchema,
  /** profile version of the sender */
  pv: z.int(),
});
export type Row = z.infer<typeof rowSchema>;

/** A reaction-only change: `[seq, rev, totals, [[member, emoji or null], …]]`. */
export const reactionChangeSchema = z.tuple([
  seqSchema,
  revSchema,
  z.record(z.string(), z.int()),
  z.array(z.tuple([memberIdSchema, z.nullable(z.string())])),
]);
export type ReactionChange = z.infer<typeof reactionChangeSchema>;
