import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Takes back my request to be let in. */
export const requestWithdraw = defineRequest({
  name: 'request.withdraw',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_FOUND'],
});
