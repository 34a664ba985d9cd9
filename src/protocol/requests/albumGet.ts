import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { albumPhotoSchema, albumSchema, shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** An album with its photos in their order, at most 100 at once. `from`: how many stand before the first one that is wanted. `more`: 1: there are others behind. NOT_FOUND: there is none (any more). */
export const albumGet = defineRequest({
  name: 'album.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    i: shelfIdSchema,
    from: z.int().check(z.nonnegative(), z.maximum(limits.albumPhotosMax)),
  }),
  output: z.object({ album: albumSchema, items: z.array(albumPhotoSchema), more: z.optional(z.literal(1)) }),
  errors: ['NOT_MEMBER', 'NOT_FOUND'],
});
