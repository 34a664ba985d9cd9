import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { madeAppSchema } from '../entities/miniApps.ts';
import { handleSchema } from '../entities/user.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
/** The people who may open drafts of the app, by handle; the list replaces the one before. NOT_FOUND with `msg` naming a handle: there is nobody of that name. */
export const makerTesters = defineRequest({
  name: 'maker.testers',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    handles: z.array(handleSchema).check(z.maxLength(limits.appTestersMax)),
    op: opIdSchema,
  }),
  output: z.object({ app: madeAppSchema }),
  errors: ['NOT_FOUND'],
});
