import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Everybody reads, only moderators and above write; for so many minutes or until it is taken back. */
export const chatFreeze = defineRequest({
  name: 'chat.freeze',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    on: z.boolean(),
    minutes: z.optional(z.int().check(z.minimum(1), z.maximum(limits.muteMaxMs / 60_000))),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
