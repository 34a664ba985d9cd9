import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Stores a setting that follows me to all devices. `val` is JSON text of at most 2,000 characters. */
export const prefSet = defineRequest({
  name: 'pref.set',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    key: z.string().check(z.regex(/^[a-z][a-zA-Z0-9.]{0,39}$/)),
    val: z.string().check(z.maxLength(limits.prefValueMax)),
    op: opIdSchema,
  }),
  output: z.object({ u: revSchema }),
  errors: [],
});
