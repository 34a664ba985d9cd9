import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { reportReasons } from '../entities/moderation.ts';
import { chatIdSchema, memberIdSchema, opIdSchema, seqSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Reports a message (`s`) or a member, exactly one of the two, to those who moderate. The server keeps the message and three around it as they stand now. Nobody learns who reported. Reporting the same twice counts once. */
export const reportCreate = defineRequest({
  name: 'report.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    s: z.optional(seqSchema),
    member: z.optional(memberIdSchema),
    reason: z.enum(reportReasons),
    note: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
