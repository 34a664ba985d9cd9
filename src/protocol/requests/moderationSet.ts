import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { moderationConfigSchema, slowdownSchema } from '../entities/moderation.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Replaces the rules (`config`) and changes switches (`set`); what is absent stays. `v`: the version of the rules that the caller has seen; when they are others
 * by now, nothing changes and the answer is STALE. BAD for a phrase that is too short or too long after folding, or stands there twice.
 */
export const moderationSet = defineRequest({
  name: 'moderation.set',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    config: z.optional(moderationConfigSchema),
    v: z.optional(z.int()),
    set: z.optional(slowdownSchema),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'STALE'],
});
