import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
/** An administrator closes an app everywhere within seconds, with a note for its maker, or opens it again. Both end its open reports. */
export const reviewClose = defineRequest({
  name: 'review.close',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    on: z.boolean(),
    note: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
