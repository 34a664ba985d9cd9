import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appCardSchema } from '../entities/miniApps.ts';
import { appIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
/** Apps by id: those everybody can open, and those I make or test. Others are left out, and so are apps that were closed, unless I have opened them before: then `st` says so. */
export const appGet = defineRequest({
  name: 'app.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ ids: z.array(appIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)) }),
  output: z.object({ apps: z.array(appCardSchema) }),
  errors: [],
});
