import * as z from 'zod/mini';
import { actIdSchema } from '../entities/guardedAct.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Keeps somebody out by his account (`ban`), also one who has left already, or lets him come in again. Who is in is removed by it, which counts as a removal:
 * see `chat.kick` for `act` and WINDOW. What is so already changes nothing. NOT_FOUND: nobody of this id was ever here.
 */
export const chatBan = defineRequest({
  name: 'chat.ban',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, member: memberIdSchema, ban: z.boolean(), op: opIdSchema }),
  output: z.object({ r: revSchema, act: z.optional(actIdSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'WINDOW'],
});
