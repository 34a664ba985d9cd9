import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { timeSchema } from '../ids.ts';

/** Gives a live connection a newer access token before the old one ends. */
export const authRenew = defineRequest({
  name: 'auth.renew',
  kind: 'command',
  via: 'socket',
  input: z.strictObject({ token: z.string().check(z.maxLength(4_096)) }),
  output: z.object({ exp: timeSchema }),
  errors: ['UNAUTH'],
});
