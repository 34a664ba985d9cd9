import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { userIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { chatKind } from '../entities/chatKind.ts';
import { chatSnapshotSchema } from '../entities/chatSnapshot.ts';
import { groupTitleSchema } from '../entities/chatSnapshot.ts';

/** Opens a 1:1 chat (`dm`, one user; the existing one is answered if there is one) or makes a group. Idempotent by `i`. People who blocked me or do not exist cannot be added; those who do not let me add them are invited. `invited`: mine who have not answered yet. */
export const chatCreate = defineRequest({
  name: 'chat.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    i: opIdSchema,
    kind: z.union([z.literal(chatKind.dm), z.literal(chatKind.group)]),
    title: z.optional(groupTitleSchema),
    users: z.array(userIdSchema).check(z.minLength(1), z.maxLength(limits.groupMax - 1)),
  }),
  output: z.object({ chat: chatSnapshotSchema, invited: z.array(userIdSchema) }),
  errors: ['NOT_FOUND', 'FULL', 'FORBIDDEN', 'BLOCKED'],
});
