import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';

/** Bytes that the asker keeps on the server, what is on its way included, and how many he may. */
export const mediaQuota = defineRequest({
  name: 'media.quota',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ used: z.int().check(z.nonnegative()), most: z.int().check(z.nonnegative()) }),
  errors: [],
});
