import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { madeAppSchema } from '../entities/miniApps.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Makes an approved version the one that people get: forward, or back to an earlier one. */
export const makerUse = defineRequest({
  name: 'maker.use',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, n: z.int().check(z.positive()), op: opIdSchema }),
  output: z.object({ app: madeAppSchema }),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
