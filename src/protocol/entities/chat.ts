import * as z from 'zod/mini';
import { chatIdSchema, memberIdSchema, revSchema, seqSchema, timeSchema } from '../ids.ts';
import { chatSettingsSchema, pinSchema, roomInfoSchema } from './chatSettings.ts';
import { memSchema } from './members.ts';
import { reactionChangeSchema, rowSchema } from './messages.ts';

/** Preview of the newest message: at most 120 characters of text. */
export const lastMessageSchema = z.object({
  s: seqSchema,
  u: memberIdSchema,
  /** communities: name of `u` there, because a list does not know its members */
  nn: z.optional(z.string()),
  k: z.int(),
  /** its words; absent for system lines and unsent messages */
  x: z.optional(z.string()),
  /** body of a system line; of a sticker which one, of media the types of the parts as letters (`f`) and the name of a single file (`n`) */
  b: z.optional(z.record(z.string(), z.unknown())),
  /** nobody is to be alerted of it */
  q: z.optional(z.literal(1)),
  del: z.optional(z.literal(1)),
  at: timeSchema,
});
export type LastMessage = z.infer<typeof lastMessageSchema>;

/** The narrow, hot part of a chat: its numbers and the newest message. Replace a stored one when `rev` is higher. */
export const headSchema = z.object({
  c: chatIdSchema,
  rev: revSchema,
  /** countable messages so far */
  n: z.int(),
  /** time of the newest countable message: list order */
  b: timeSchema,
  l: z.optional(lastMessageSchema),
  /** joined members */
  cnt: z.int(),
  /** rev of the last membership change */
  mr: revSchema,
  /** newest seqs that name everybody (at most five), newest first */
  ma: z.optional(z.array(seqSchema)),
  /** seq of the newest message row of any kind */
  ls: seqSchema,
});
export type Head = z.infer<typeof headSchema>;

/** The slow part of a chat. */
export const chatMetaSchema = z.object({
  kind: z.int(),
  title: z.optional(z.string()),
  /** its picture, `m:<id>` */
  avatar: z.optional(z.string()),
  about: z.optional(z.string()),
  /** rooms of a community name it here; threads the chat whose members may see them */
  parent: z.optional(chatIdSchema),
  /** threads: the message it hangs on, by its chat (the parent, or a room of it) and seq; `f`: who wrote in it last, the newest first, at most three (made by the device from news) */
  root: z.optional(z.object({ c: chatIdSchema, s: seqSchema, f: z.optional(z.array(memberIdSchema)) })),
  cap: z.int(),
  /** read receipts: 0 off, 1 lazy, 2 live */
  receipts: z.int(),
  /** days of history a new member sees; absent = all, 0 = from the join on */
  hist: z.optional(z.int()),
  /** groups and communities: switches; absent = all as the kind has them */
  set: z.optional(chatSettingsSchema),
  /** messages on top of the chat, newest first */
  pins: z.optional(z.array(pinSchema)),
  /** removals that wait for a second admin; absent = none */
  wait: z.optional(z.int()),
  /** communities: their rooms in order; absent = none */
  rooms: z.optional(z.array(roomInfoSchema)),
  created: timeSchema,
  /** rev of this row's last change */
  r: revSchema,
});
export type ChatMeta = z.infer<typeof chatMetaSchema>;

/** Where a room of a community stands: `[room, rev, countable messages, time of the newest]`. */
export const roomNewsSchema = z.tuple([chatIdSchema, revSchema, z.int(), timeSchema]);
export type RoomNews = z.infer<typeof roomNewsSchema>;

/** Where a thread stands. */
export const threadNewsSchema = z.object({
  c: chatIdSchema,
  /** the message it hangs on: its chat and seq */
  rc: chatIdSchema,
  rs: seqSchema,
  rev: revSchema,
  /** replies */
  n: z.int(),
  /** time of the newest one; at first, of the beginning */
  b: timeSchema,
  /** who wrote last, the newest first, at most three */
  f: z.array(memberIdSchema),
});
export type ThreadNews = z.infer<typeof threadNewsSchema>;

/**
 * All changes of one chat after rev `a` up to rev `b`. The only format in which chat data travels: live, healing and catch-up.
 */
export const deltaSchema = z.object({
  c: chatIdSchema,
  a: revSchema,
  b: revSchema,
  rows: z.optional(z.array(rowSchema)),
  rx: z.optional(z.array(reactionChangeSchema)),
  mem: z.optional(z.array(memSchema)),
  meta: z.optional(chatMetaSchema),
  /** rows that changed but whose content this receiver must ask for: `[seq, rev]` */
  touch: z.optional(z.array(z.tuple([seqSchema, revSchema]))),
  /** with `reset`: seqs unsent since `a` */
  del: z.optional(z.array(seqSchema)),
  head: headSchema,
  /** 1: too much to tell; rows are only the newest ones and older cached ranges become stale */
  reset: z.optional(z.literal(1)),
});
export type Delta = z.infer<typeof deltaSchema>;
