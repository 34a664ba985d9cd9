import * as z from 'zod/mini';
import { actIdSchema } from '../entities/guardedAct.ts';
import { defineRequest } from '../defineRequest.ts';
import { memberIdSchema, chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Removes members of lower roles, with one line for all. Who is not in any more is passed over; when that is everybody: NOT_FOUND. More than five people
 * within ten minutes are not removed yet: `act` names what waits for a second admin, and until it is decided the asker removes nobody else (WINDOW with the
 * ms that are left).
 */
export const chatKick = defineRequest({
  name: 'chat.kick',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    members: z.array(memberIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema, act: z.optional(actIdSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'WINDOW'],
});
