import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { handleSchema, userCardSchema } from '../entities/user.ts';

/** Finds a person by exact handle. Rate-limited, because it tells that a handle exists. */
export const userFind = defineRequest({
  name: 'user.find',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ handle: handleSchema }),
  output: z.object({ user: userCardSchema }),
  errors: ['NOT_FOUND'],
});
