import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { reportActs } from '../entities/moderation.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Closes a case with an act: nothing, take the message away, mute for `minutes` (default 60), or remove the member. Needs the right for the act too. GONE: it is closed already. */
export const reportDecide = defineRequest({
  name: 'report.decide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    id: z.uuid(),
    act: z.enum(reportActs),
    minutes: z.optional(z.int().check(z.minimum(1), z.maximum(limits.muteMaxMs / 60_000))),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'WINDOW'],
});
