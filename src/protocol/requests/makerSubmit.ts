import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { madeAppSchema } from '../entities/miniApps.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Gives the draft to the reviewers (`on`), or takes it back. NOT_FOUND: there is no draft, or nothing to take back. */
export const makerSubmit = defineRequest({
  name: 'maker.submit',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, on: z.boolean(), op: opIdSchema }),
  output: z.object({ app: madeAppSchema }),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
