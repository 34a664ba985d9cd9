import * as z from 'zod/mini';
import { limits } from '#protocol/limits.ts';
import { askShape, carriedShape, namedSchema } from './carriedShape.ts';

/** Body of a text message. `x`: the text. `at`: where people are named in it. `nl`: 1: its sender wants no card of its link. */
export const textBodySchema = z.strictObject({
  x: z.string().check(z.minLength(1), z.maxLength(limits.textMax)),
  at: z.optional(namedSchema),
  nl: z.optional(z.literal(1)),
  ...askShape,
  ...carriedShape,
});
export type TextBody = z.infer<typeof textBodySchema>;
