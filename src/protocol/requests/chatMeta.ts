import * as z from 'zod/mini';
import { groupTitleSchema } from '../entities/chatSnapshot.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Renames a group. Members may, as in other messengers of this kind. */
export const chatMeta = defineRequest({
  name: 'chat.meta',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, title: groupTitleSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
