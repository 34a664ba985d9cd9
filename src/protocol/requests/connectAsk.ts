import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema } from '../ids.ts';

/**
 * Asks another member of a community whether we want to know each other outside of it. Only when both agree do the accounts meet: each becomes a friend of
 * the other (`met`, at once when the other has asked me). Who is blocked, or was declined in the last 30 days, is answered `asked` like everybody. FULL: I
 * wait for as many answers as one can. NOT_FOUND: nobody of this id is in it.
 */
export const connectAsk = defineRequest({
  name: 'connect.ask',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, member: memberIdSchema, op: opIdSchema }),
  output: z.object({ state: z.enum(['asked', 'met']) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'FULL'],
});
