import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatSettingsChangeSchema, joinCodeSchema } from '../entities/chatSettings.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Changes switches of a group or community; absent ones stay. `code`: the join code, null takes it away. Rights are the owner's alone. BAD: together they make no sense for this kind of chat. */
export const chatSettings = defineRequest({
  name: 'chat.settings',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    set: chatSettingsChangeSchema,
    code: z.optional(z.nullable(joinCodeSchema)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
