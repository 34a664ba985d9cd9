import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Closes a room of community `c` for good: it leaves the list, and nobody reads or writes there any more. `r`: rev of the community. */
export const roomClose = defineRequest({
  name: 'room.close',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, room: chatIdSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
