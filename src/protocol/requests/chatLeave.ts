import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Leaves a group. An owner who leaves hands the group to the member who has been in it longest. */
export const chatLeave = defineRequest({
  name: 'chat.leave',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
