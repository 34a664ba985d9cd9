import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { passwordSchema } from '../entities/user.ts';
import { opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Changes my password and logs out all other devices. */
export const accountPassword = defineRequest({
  name: 'account.password',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    current: z.string().check(z.maxLength(limits.passwordMax)),
    next: passwordSchema,
    op: opIdSchema,
  }),
  output: z.object({ revoked: z.int() }),
  errors: ['WRONG_LOGIN', 'WEAK_PASSWORD'],
});
