import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Ends a community for everybody: nobody writes, changes or comes in any more, Discover does not show it, and its members keep what they could read. The
 * owner's alone. Like other large acts it can be undone for 72 hours (`act.undo`) by those who led it. FORBIDDEN also for one that is closed already.
 */
export const communityClose = defineRequest({
  name: 'community.close',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
