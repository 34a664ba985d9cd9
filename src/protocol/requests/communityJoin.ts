import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memberNameSchema } from '../entities/community.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Comes into a community under a name of one's own, or asks to be let in where it wants to approve (`waiting`; `note` is the answer to its question, and the
 * name stays kept while one waits). Who comes back gets his old member id; who is in or waits changes nothing. `code`: where it asks for one. A community
 * that strangers cannot enter, a wrong code and an unknown community are all NOT_FOUND. GONE: nobody is there who could approve. RATE: refused lately.
 */
export const communityJoin = defineRequest({
  name: 'community.join',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    nn: memberNameSchema,
    code: z.optional(z.string().check(z.maxLength(32))),
    note: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({ c: chatIdSchema, state: z.enum(['in', 'waiting']) }),
  errors: ['NOT_FOUND', 'FULL', 'BANNED', 'NAME_TAKEN', 'GONE', 'BAD'],
});
