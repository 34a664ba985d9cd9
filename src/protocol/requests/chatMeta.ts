import * as z from 'zod/mini';
import { groupTitleSchema } from '../entities/chatSnapshot.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Changes name or description of a group or community; at least one of the two, an empty description takes it away. Who may is the chat's own rule. */
export const chatMeta = defineRequest({
  name: 'chat.meta',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    title: z.optional(groupTitleSchema),
    about: z.optional(
      z.string().check(
        z.overwrite((text) => text.trim()),
        z.maxLength(limits.aboutMax),
      ),
    ),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
