import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { connectRequestSchema } from '../entities/connectRequest.ts';

/** Members of my communities who asked me to connect, the newest first, at most 100. */
export const connectList = defineRequest({
  name: 'connect.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ items: z.array(connectRequestSchema) }),
  errors: [],
});
