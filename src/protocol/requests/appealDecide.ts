import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Lifts what was done (a mute ends, a ban ends; who was removed may come back as before), or leaves it. GONE: decided already. */
export const appealDecide = defineRequest({
  name: 'appeal.decide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, id: z.uuid(), lift: z.boolean(), op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'GONE'],
});
