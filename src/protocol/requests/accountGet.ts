import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { accountSchema } from '../entities/user.ts';

/** My own account. */
export const accountGet = defineRequest({
  name: 'account.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ account: accountSchema }),
  errors: [],
});
