import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaPartSchema, mediaTypes } from '../entities/bodies/mediaBody.ts';
import { chatIdSchema, memberIdSchema, seqSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** What a gallery shows of a chat: parts of messages by their type, and `l`: links in texts. */
export const galleryTypes = [...mediaTypes, 'l'] as const;
export type GalleryType = (typeof galleryTypes)[number];

/**
 * What was sent in a chat, by message, the newest first: those that have something of the kinds `t` and that the asker may see. `before`: older than this seq. `from`, `to`: only those sent
 * from this time on, and before that one (ms). `f`: the parts of these kinds, in order, and `x` the words below them; `l`: the links of a text. `more`: there are older ones.
 */
export const mediaList = defineRequest({
  name: 'media.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    t: z.array(z.enum(galleryTypes)).check(z.minLength(1), z.maxLength(galleryTypes.length)),
    before: z.optional(seqSchema),
    limit: z.int().check(z.minimum(1), z.maximum(limits.historyMax)),
    from: z.optional(timeSchema),
    to: z.optional(timeSchema),
  }),
  output: z.object({
    items: z.array(
      z.object({
        s: seqSchema,
        u: memberIdSchema,
        at: timeSchema,
        f: z.optional(z.array(mediaPartSchema)),
        l: z.optional(z.array(z.string())),
        x: z.optional(z.string()),
      }),
    ),
    more: z.optional(z.literal(1)),
  }),
  errors: ['NOT_MEMBER'],
});
