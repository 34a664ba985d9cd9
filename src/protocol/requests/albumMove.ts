import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaIdSchema } from '../entities/media.ts';
import { albumSchema, shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Moves photos of an album: they are taken out of the order and put, in the order of `ids`, right before `to`, or at the end (`null`). Moves at the same moment are done one after the other; the order of all others never changes.
 * Those that are not in it (any more) are left out. NOT_FOUND: there is no such album, or `to` has left it. FORBIDDEN: in a community only whoever made the album, and who may delete what others wrote, order it.
 */
export const albumMove = defineRequest({
  name: 'album.move',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    i: shelfIdSchema,
    ids: z.array(mediaIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)),
    to: z.nullable(mediaIdSchema),
    op: opIdSchema,
  }),
  output: z.object({ album: albumSchema }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'FORBIDDEN', 'MUTED', 'FROZEN', 'SLOW'],
});
