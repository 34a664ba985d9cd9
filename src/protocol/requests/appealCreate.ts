import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Asks the admins to take a mute, removal or ban back. A later text replaces one that nobody has decided. Who is none of the three gets FORBIDDEN. */
export const appealCreate = defineRequest({
  name: 'appeal.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    text: z.string().check(z.minLength(1), z.maxLength(limits.noteMax)),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
