import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Text that a page of an app sends to its server as its last word (`sendData`). It waits there until the server fetches it. FORBIDDEN: I have never opened the app. FULL: too much waits already. */
export const appData = defineRequest({
  name: 'app.data',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    data: z.string().check(z.minLength(1), z.maxLength(limits.appDataMax)),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'FORBIDDEN', 'FULL'],
});
