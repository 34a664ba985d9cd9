import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, cidSchema, timeSchema } from '../ids.ts';

/**
 * Messages of mine that wait for a moderator, and those that were refused within the last day (`no`), oldest first, the newest 20: for a device that has not
 * sent them itself. One that is let in comes as a message with the same id.
 */
export const heldMine = defineRequest({
  name: 'held.mine',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({
    items: z.array(z.object({ i: cidSchema, x: z.string(), at: timeSchema, no: z.optional(z.literal(1)) })),
  }),
  errors: ['NOT_MEMBER'],
});
