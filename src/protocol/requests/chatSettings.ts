import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatSettingsChangeSchema, joinCodeSchema } from '../entities/chatSettings.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Changes switches of a group or community; absent ones stay. `code`: the join code, null takes it away. Communities alone: `cap` is how many members there can
 * be (who is in stays, however many they are; a right of its own), `hist` the days of history that who comes in from now on sees. Rights are the owner's alone.
 * BAD: together they make no sense for this kind of chat.
 */
export const chatSettings = defineRequest({
  name: 'chat.settings',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    set: chatSettingsChangeSchema,
    code: z.optional(z.nullable(joinCodeSchema)),
    cap: z.optional(z.int().check(z.minimum(limits.communityCapMin), z.maximum(limits.communityCapMax))),
    hist: z.optional(z.int().check(z.minimum(0), z.maximum(limits.communityHistoryMax))),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
