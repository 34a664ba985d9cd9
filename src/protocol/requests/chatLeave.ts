import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Leaves a group or community; `quiet`: without a line about it. The owner of a group hands it to the member who has been in it longest; the owner of a
 * community with others in it has to hand it over or to close it first (OWNER).
 */
export const chatLeave = defineRequest({
  name: 'chat.leave',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, quiet: z.optional(z.boolean()), op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'OWNER'],
});
