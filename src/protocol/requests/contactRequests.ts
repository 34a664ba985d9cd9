import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { userCardSchema } from '../entities/user.ts';

/** People who added me and whom I have neither added, hidden nor blocked; newest first, at most 100. */
export const contactRequests = defineRequest({
  name: 'contact.requests',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ items: z.array(userCardSchema) }),
  errors: [],
});
