import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { moderationConfigSchema, slowdownSchema } from '../entities/moderation.ts';
import { chatIdSchema } from '../ids.ts';

/** The rules of a chat as they are and their version (`v`, for `moderation.set`), its switches against floods of newcomers, and how often each rule caught something in the last 30 days (`hits`: rule, times). Everybody who moderates may ask. */
export const moderationGet = defineRequest({
  name: 'moderation.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({
    config: moderationConfigSchema,
    v: z.int(),
    set: slowdownSchema,
    hits: z.array(z.tuple([z.string(), z.int()])),
  }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
