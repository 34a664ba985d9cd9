import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appealSchema } from '../entities/moderation.ts';
import { chatIdSchema } from '../ids.ts';

/** Appeals that nobody has decided, oldest first. For admins. */
export const appealList = defineRequest({
  name: 'appeal.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ items: z.array(appealSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
