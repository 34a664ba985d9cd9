import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { madeAppSchema } from '../entities/miniApps.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Takes an id for a new app of mine. `token`: the secret of its server, shown this once. NAME_TAKEN: the id is taken, or kept back. FULL: I make as many apps as one can. */
export const makerCreate = defineRequest({
  name: 'maker.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, op: opIdSchema }),
  output: z.object({ app: madeAppSchema, token: z.string() }),
  errors: ['NAME_TAKEN', 'FULL'],
});
