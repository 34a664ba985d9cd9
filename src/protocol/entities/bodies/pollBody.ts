import * as z from 'zod/mini';
import { timeSchema } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { carriedShape } from './carriedShape.ts';

/**
 * Body of a poll. `x`: the question. `o`: the answers, numbered from 0; people may add some, which stand behind these. `many`: 1: several answers per person. `open`: 1: everybody sees who chose
 * what. `add`: 1: people may add answers. `end`: until when votes count, server clock, ms. `done`: 1: it was closed before.
 */
export const pollBodySchema = z.strictObject({
  x: z.string().check(z.minLength(1), z.maxLength(limits.pollQuestionMax)),
  o: z
    .array(z.string().check(z.minLength(1), z.maxLength(limits.pollOptionMax)))
    .check(z.minLength(2), z.maxLength(limits.pollOptionsMax)),
  many: z.optional(z.literal(1)),
  open: z.optional(z.literal(1)),
  add: z.optional(z.literal(1)),
  end: z.optional(timeSchema),
  done: z.optional(z.literal(1)),
  ...carriedShape,
});
export type PollBody = z.infer<typeof pollBodySchema>;
