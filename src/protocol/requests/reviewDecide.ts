import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
/** An administrator approves a version that waits, and people get it from then on, or declines it with a note for its maker. GONE: it waits no more. */
export const reviewDecide = defineRequest({
  name: 'review.decide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    n: z.int().check(z.positive()),
    ok: z.boolean(),
    note: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'FORBIDDEN', 'GONE'],
});
