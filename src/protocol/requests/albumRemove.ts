import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaIdSchema } from '../entities/media.ts';
import { albumSchema, shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Takes photos out of an album: those I put in, and all of them where the album is mine or I may delete what others wrote. Those that are not in it change nothing. FORBIDDEN: one of them is not mine to take out; all stay. */
export const albumRemove = defineRequest({
  name: 'album.remove',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    i: shelfIdSchema,
    ids: z.array(mediaIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)),
    op: opIdSchema,
  }),
  output: z.object({ album: albumSchema }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'FORBIDDEN'],
});
