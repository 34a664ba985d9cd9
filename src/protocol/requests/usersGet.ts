import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { userCardSchema } from '../entities/user.ts';
import { userIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Cards of people I share a chat with, have as a contact, or who added me; others are left out. */
export const usersGet = defineRequest({
  name: 'users.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ ids: z.array(userIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)) }),
  output: z.object({ items: z.array(userCardSchema) }),
  errors: [],
});
