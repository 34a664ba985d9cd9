import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, revSchema } from '../ids.ts';

/** Where the names of a community's member list begin with which letter: `[letter, index]`, ascending, for members without a role; `staff`: how many with one stand before them. */
export const membersIndex = defineRequest({
  name: 'members.index',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({
    mr: revSchema,
    total: z.int(),
    staff: z.int(),
    letters: z.array(z.tuple([z.string(), z.int()])),
  }),
  errors: ['NOT_MEMBER'],
});
