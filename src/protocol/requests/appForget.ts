import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Takes back all that an app was given: every answer, every value it kept for me, and the id under which its maker knew me. Its next opening is a first one. */
export const appForget = defineRequest({
  name: 'app.forget',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_FOUND'],
});
