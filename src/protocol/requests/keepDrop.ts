import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { keepIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Keeps something no longer, note and all. What is not kept changes nothing. */
export const keepDrop = defineRequest({
  name: 'keep.drop',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ i: keepIdSchema, op: opIdSchema }),
  output: z.object({ u: revSchema }),
  errors: [],
});
