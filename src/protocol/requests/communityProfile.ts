import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memberNameSchema } from '../entities/community.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Changes my name inside a community. */
export const communityProfile = defineRequest({
  name: 'community.profile',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, nn: memberNameSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NAME_TAKEN', 'BAD'],
});
