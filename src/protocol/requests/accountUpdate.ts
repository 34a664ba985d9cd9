import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { displayNameSchema, accountSchema } from '../entities/user.ts';
import { opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Changes my name, picture placeholder (`c0`…`c11`, null = from my id) or status line; absent fields stay. */
export const accountUpdate = defineRequest({
  name: 'account.update',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    name: z.optional(displayNameSchema),
    av: z.optional(z.nullable(z.string().check(z.regex(/^c(?:[0-9]|1[01])$/)))),
    status: z.optional(z.nullable(z.string().check(z.maxLength(limits.statusMax)))),
    op: opIdSchema,
  }),
  output: z.object({ account: accountSchema }),
  errors: [],
});
