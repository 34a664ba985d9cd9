import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appScopeSchema } from '../entities/miniApps.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Says that an app is being given something now, before it is given: the person reads later what it got and when. FORBIDDEN: it is not allowed to have it, or it is the server that gives it and notes it by itself (profile, contact, write, storage). */
export const appNote = defineRequest({
  name: 'app.note',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    scope: appScopeSchema,
    n: z.optional(z.int().check(z.positive(), z.maximum(100))),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
