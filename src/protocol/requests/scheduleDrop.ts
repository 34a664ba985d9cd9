import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { cidSchema, opIdSchema, revSchema } from '../ids.ts';

/** Gives up a scheduled message of mine. NOT_FOUND: there is none, or no more. GONE: it has been sent, or is just leaving. */
export const scheduleDrop = defineRequest({
  name: 'schedule.drop',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ i: cidSchema, op: opIdSchema }),
  output: z.object({ u: revSchema }),
  errors: ['NOT_FOUND', 'GONE'],
});
