import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Takes a case, so that nobody else works on it, or gives it back. FORBIDDEN: somebody else has it. */
export const reportTake = defineRequest({
  name: 'report.take',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, id: z.uuid(), on: z.boolean(), op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
