import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { timeSchema } from '../ids.ts';

/** Proves that the path works; answers the server's time. */
export const heartbeat = defineRequest({
  name: 'heartbeat',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ t: timeSchema }),
  errors: [],
});
