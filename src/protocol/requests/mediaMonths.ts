import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema } from '../ids.ts';
import { galleryTypes } from './mediaList.ts';

/** Minutes between UTC and the places that are the farthest from it. */
const offsetMax = 14 * 60;

/**
 * How much of each kind was sent in a chat, by month, the newest first: what `media.list` has for the same person. `off`: minutes by which the asker's clock is ahead of UTC, now; months are those
 * of such a clock, named `YYYY-MM`. `n`: as many numbers as `t` has kinds, in its order: files of that kind, and for `l` messages with links. Months without any are left out.
 */
export const mediaMonths = defineRequest({
  name: 'media.months',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    t: z.array(z.enum(galleryTypes)).check(z.minLength(1), z.maxLength(galleryTypes.length)),
    off: z.int().check(z.minimum(-offsetMax), z.maximum(offsetMax)),
  }),
  output: z.object({
    months: z.array(z.object({ m: z.string(), n: z.array(z.int().check(z.minimum(0))) })),
  }),
  errors: ['NOT_MEMBER'],
});
