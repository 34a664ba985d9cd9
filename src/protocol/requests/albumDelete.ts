import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Takes an album away with its order; photos that nothing else has are deleted later. One that is not there changes nothing. FORBIDDEN: neither mine, nor may I delete what others wrote. */
export const albumDelete = defineRequest({
  name: 'album.delete',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, i: shelfIdSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
