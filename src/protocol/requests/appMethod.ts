import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** A custom method that a page of the app calls for the person who has it open: values it keeps (`saveStorageValue`, `getStorageValues`, `deleteStorageValues`, `getStorageKeys`) and the contact that was allowed (`getRequestedContact`). `result`: as the page expects it. BAD: no such method, or wrong parameters. FORBIDDEN: not allowed. FULL: more values than one app may keep. */
export const appMethod = defineRequest({
  name: 'app.method',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    method: z.string().check(z.maxLength(64)),
    params: z.unknown(),
    op: opIdSchema,
  }),
  output: z.object({ result: z.unknown() }),
  errors: ['NOT_FOUND', 'FORBIDDEN', 'FULL', 'TOO_LARGE'],
});
