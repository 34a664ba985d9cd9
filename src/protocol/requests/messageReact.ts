import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, seqSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Sets my one reaction on a message; null takes it back. The last value wins. */
export const messageReact = defineRequest({
  name: 'message.react',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    s: seqSchema,
    e: z.nullable(z.string().check(z.minLength(1), z.maxLength(limits.reactionMax), z.regex(/^\S+$/u))),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'GONE', 'NOT_FOUND', 'FORBIDDEN'],
});
