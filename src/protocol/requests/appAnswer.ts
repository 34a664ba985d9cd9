import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appGrantSchema, appScopeSchema } from '../entities/miniApps.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** My answer to what an app asks for. A no stays until I change it here. FORBIDDEN: the app never said that it would ask for this. */
export const appAnswer = defineRequest({
  name: 'app.answer',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, scope: appScopeSchema, allow: z.boolean(), op: opIdSchema }),
  output: z.object({ grant: appGrantSchema }),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
