import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { deviceIdSchema, opIdSchema } from '../ids.ts';

/** Logs out one device of mine (`id`) or all but this one (`others`). Exactly one of the two. */
export const deviceRevoke = defineRequest({
  name: 'device.revoke',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ id: z.optional(deviceIdSchema), others: z.optional(z.literal(true)), op: opIdSchema }),
  output: z.object({ revoked: z.int() }),
  errors: ['NOT_FOUND'],
});
