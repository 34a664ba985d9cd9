import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Removes the app for good: it opens for nobody any more, and what it kept is deleted. Its id is not given away again. */
export const makerRemove = defineRequest({
  name: 'maker.remove',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_FOUND'],
});
