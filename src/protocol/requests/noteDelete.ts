import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { shelfIdSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Takes a note away: an own one, or with the right to delete what others wrote. One that is not there changes nothing. FORBIDDEN: not mine to delete. */
export const noteDelete = defineRequest({
  name: 'note.delete',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, i: shelfIdSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
