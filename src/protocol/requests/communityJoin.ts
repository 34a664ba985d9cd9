import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memberNameSchema } from '../entities/community.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/**
 * Comes into a community under a name of one's own; who comes back gets his old member id. `code`: where it asks for one. A community that strangers cannot
 * enter, a wrong code and an unknown community are all NOT_FOUND; one that wants to approve first answers FORBIDDEN here (`request.send` asks it).
 */
export const communityJoin = defineRequest({
  name: 'community.join',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    nn: memberNameSchema,
    code: z.optional(z.string().check(z.maxLength(32))),
    op: opIdSchema,
  }),
  output: z.object({ c: chatIdSchema }),
  errors: ['NOT_FOUND', 'FORBIDDEN', 'FULL', 'BANNED', 'NAME_TAKEN', 'BAD'],
});
