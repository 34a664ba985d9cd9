import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatSettingsSchema } from '../entities/chatSettings.ts';
import { chatSnapshotSchema, groupTitleSchema } from '../entities/chatSnapshot.ts';
import { memberNameSchema } from '../entities/community.ts';
import { opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Founds a community, with me as its owner under the name `nn`. `hist`: days of history a new member sees. `code`: with which strangers come in (join mode code). */
export const communityCreate = defineRequest({
  name: 'community.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    op: opIdSchema,
    title: groupTitleSchema,
    about: z.optional(z.string().check(z.maxLength(limits.aboutMax))),
    nn: memberNameSchema,
    set: z.optional(z.omit(chatSettingsSchema, { over: true })),
    cap: z.optional(z.int().check(z.minimum(limits.communityCapMin), z.maximum(limits.communityCapMax))),
    hist: z.optional(z.int().check(z.minimum(0), z.maximum(limits.communityHistoryMax))),
    code: z.optional(z.string().check(z.minLength(4), z.maxLength(32))),
  }),
  output: z.object({ chat: chatSnapshotSchema }),
  errors: ['FULL', 'BAD'],
});
