import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** A new secret for the app's server, shown this once; the old one ends at once. */
export const makerSecret = defineRequest({
  name: 'maker.secret',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, op: opIdSchema }),
  output: z.object({ token: z.string() }),
  errors: ['NOT_FOUND'],
});
