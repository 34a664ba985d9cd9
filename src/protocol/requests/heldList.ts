import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { heldSchema } from '../entities/moderation.ts';
import { chatIdSchema } from '../ids.ts';

/** Messages that wait for a decision, oldest first, and those that were let in but marked (`s`). For who may take away messages of others. */
export const heldList = defineRequest({
  name: 'held.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ items: z.array(heldSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
