import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Takes the word from a member of lower role for so many minutes, at most 28 days; 0 gives it back. `why`: for the audit log. */
export const memberMute = defineRequest({
  name: 'member.mute',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    member: memberIdSchema,
    minutes: z.int().check(z.minimum(0), z.maximum(limits.muteMaxMs / 60_000)),
    why: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({ until: z.optional(timeSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
