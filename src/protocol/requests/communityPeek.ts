import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { communityPeekSchema } from '../entities/community.ts';
import { chatIdSchema } from '../ids.ts';

/** What a stranger may know of a community. One that is neither listed nor open to strangers is NOT_FOUND for those who are not in it. */
export const communityPeek = defineRequest({
  name: 'community.peek',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: communityPeekSchema,
  errors: ['NOT_FOUND'],
});
