import * as z from 'zod/mini';
import { limits } from '#protocol/limits.ts';

/** A member, or 0: everybody (`domain/namesAll`). */
const namedIdSchema = z.int().check(z.nonnegative()).brand<'MemberId'>();

/** Where people are named in a text: `[start, length, member]` in UTF-16 units, in order, without overlaps. */
export const namedSchema = z
  .array(z.tuple([z.int().check(z.nonnegative()), z.int().check(z.positive()), namedIdSchema]))
  .check(z.maxLength(limits.mentionsMax));

/** `ask`: 1: everybody is asked to confirm that they have read it. */
export const askShape = { ask: z.optional(z.literal(1)) } as const;

/**
 * What every body that a person sends may carry. `silent`: 1: nobody is alerted. `fw`: it was forwarded; the server writes it, with the name of who wrote it first where the
 * forwarder wanted that (what he is called where it was written, never an account behind a name of a community).
 */
export const carriedShape = {
  silent: z.optional(z.literal(1)),
  fw: z.optional(z.strictObject({ n: z.optional(z.string().check(z.maxLength(limits.nameMax))) })),
} as const;
