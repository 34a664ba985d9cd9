import * as z from 'zod/mini';
import { chatIdSchema, keepIdSchema, memberIdSchema, revSchema, seqSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** What I write beside something I keep, or by itself. */
export const keepNoteSchema = z.string().check(z.maxLength(limits.keepNoteMax));

/**
 * Something I keep, seen by nobody else: a message with what it said then, a note of mine, or both. `c`, `s`: where the message is. `k`, `b`: its kind and body as they were.
 * `u`, `n`: who wrote it, and what he was called there. `ma`: when. `un`: 1: it was taken back since, and what it said went with it. `x`: my note. `at`: since when I keep it.
 * `gone`: 1: I do so no longer; nothing else is told then. Of two copies the one with the higher `urev` wins.
 */
export const keptSchema = z.object({
  i: keepIdSchema,
  urev: revSchema,
  at: timeSchema,
  c: z.optional(chatIdSchema),
  s: z.optional(seqSchema),
  k: z.optional(z.int()),
  b: z.optional(z.record(z.string(), z.unknown())),
  u: z.optional(memberIdSchema),
  n: z.optional(z.string()),
  ma: z.optional(timeSchema),
  x: z.optional(z.string()),
  un: z.optional(z.literal(1)),
  gone: z.optional(z.literal(1)),
});
export type Kept = z.infer<typeof keptSchema>;
