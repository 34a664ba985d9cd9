import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { madeAppSchema } from '../entities/miniApps.ts';
/** The apps I make, with their versions. */
export const makerList = defineRequest({
  name: 'maker.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ apps: z.array(madeAppSchema) }),
  errors: [],
});
