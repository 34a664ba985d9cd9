import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaIdSchema } from '../entities/media.ts';
import { albumNameSchema, albumSchema, shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/**
 * Makes an album, or changes the name and cover of one. `i`: made by the device. `cv`: one of its photos; left out, it stays. FORBIDDEN: not mine to change (whoever made it may, and who may delete what others wrote),
 * or I may not write here. NOT_FOUND: such a photo is not in it. MUTED, FROZEN, SLOW, FILTERED: as of a message. FULL: the chat has too many albums.
 */
export const albumPut = defineRequest({
  name: 'album.put',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    i: shelfIdSchema,
    n: albumNameSchema,
    cv: z.optional(mediaIdSchema),
    op: opIdSchema,
  }),
  output: z.object({ album: albumSchema }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'FORBIDDEN', 'MUTED', 'FROZEN', 'SLOW', 'FILTERED', 'FULL'],
});
