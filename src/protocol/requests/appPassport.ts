import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appCardSchema, appGrantSchema, appLogSchema, appReasonSchema, appScopeSchema } from '../entities/miniApps.ts';
import { appIdSchema, timeSchema } from '../ids.ts';
/** Everything an app knows about me and did. `asked`, `yes`: how often it asked and was allowed. `keys`: how many values it keeps for me. The log: the newest first, at most 100. `any`: its pages may send data to any host. */
export const appPassport = defineRequest({
  name: 'app.passport',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ app: appIdSchema }),
  output: z.object({
    app: appCardSchema,
    since: timeSchema,
    asked: z.int(),
    yes: z.int(),
    keys: z.int(),
    ask: z.array(z.object({ scope: appScopeSchema, reason: appReasonSchema })),
    grants: z.array(appGrantSchema),
    log: z.array(appLogSchema),
    any: z.optional(z.literal(1)),
  }),
  errors: ['NOT_FOUND'],
});
