import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { faceSchema } from '../entities/media.ts';
import { displayNameSchema, accountSchema } from '../entities/user.ts';
import { opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Changes my name, face (a palette key `c0`…`c11`, a picture `m:<id>`, null = from my id) or status line; absent fields stay. NOT_FOUND: the picture
 * is not a fresh upload of mine.
 */
export const accountUpdate = defineRequest({
  name: 'account.update',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    name: z.optional(displayNameSchema),
    av: z.optional(z.nullable(faceSchema)),
    status: z.optional(z.nullable(z.string().check(z.maxLength(limits.statusMax)))),
    op: opIdSchema,
  }),
  output: z.object({ account: accountSchema }),
  errors: ['NOT_FOUND'],
});
