import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaPartSchema } from '../entities/bodies/mediaBody.ts';
import { mediaIdSchema } from '../entities/media.ts';
import { albumSchema, shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema, seqSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Puts photos and films at the end of an album: of messages of the same chat that I see (`of`), and own uploads that are finished (`f`), in this order. What is in it already stays where it is. The album holds them from now
 * on, also when their message is taken back. `k`: how many came in. NOT_FOUND: no such album, or one of them is not to be had. FULL: too many for one album; none came in.
 */
export const albumAdd = defineRequest({
  name: 'album.add',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    i: shelfIdSchema,
    of: z.optional(
      z.array(z.strictObject({ s: seqSchema, id: mediaIdSchema })).check(z.minLength(1), z.maxLength(limits.idsMax)),
    ),
    f: z.optional(z.array(mediaPartSchema).check(z.minLength(1), z.maxLength(limits.mediaPartsMax))),
    op: opIdSchema,
  }),
  output: z.object({ album: albumSchema, k: z.int() }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'FORBIDDEN', 'MUTED', 'FROZEN', 'SLOW', 'FULL'],
});
