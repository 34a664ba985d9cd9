import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** An administrator sets the open reports of an app aside: there was nothing wrong. */
export const reviewSettle = defineRequest({
  name: 'review.settle',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
