import * as z from 'zod/mini';
import { guardedActSchema } from '../entities/guardedAct.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema } from '../ids.ts';

/** Acts of a chat and its rooms about which the asker may decide: those that wait, then those that he may undo, the newest first, at most 50. Empty for other members. */
export const actList = defineRequest({
  name: 'act.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ items: z.array(guardedActSchema) }),
  errors: ['NOT_MEMBER'],
});
