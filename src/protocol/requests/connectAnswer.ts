import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, memberIdSchema, opIdSchema } from '../ids.ts';

/** Answers a member who asked to connect: then we are friends, or it is as if nobody had asked. NOT_FOUND: no such question waits for me. */
export const connectAnswer = defineRequest({
  name: 'connect.answer',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, member: memberIdSchema, accept: z.boolean(), op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_FOUND'],
});
