import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { joinRequestSchema } from '../entities/joinRequest.ts';
import { chatIdSchema } from '../ids.ts';

/** People who wait to be let in, the longest waiting first, at most 100; `total` counts all. For members who may let people in. */
export const requestList = defineRequest({
  name: 'request.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ items: z.array(joinRequestSchema), total: z.int() }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
