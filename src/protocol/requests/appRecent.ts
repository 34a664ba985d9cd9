import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appCardSchema } from '../entities/miniApps.ts';
import { timeSchema } from '../ids.ts';
/** Apps I have opened, the last one first, and when. */
export const appRecent = defineRequest({
  name: 'app.recent',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ apps: z.array(z.object({ app: appCardSchema, at: timeSchema })) }),
  errors: [],
});
