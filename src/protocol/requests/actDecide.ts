import * as z from 'zod/mini';
import { actIdSchema } from '../entities/guardedAct.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Lets a removal that waits happen now (`ok`), or calls it off. Only a second admin approves, and only one who has had his role for a day: WINDOW with the
 * ms that are left. Whoever asked for it may call it off too. GONE: it is decided already.
 */
export const actDecide = defineRequest({
  name: 'act.decide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, id: actIdSchema, ok: z.boolean(), op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'WINDOW', 'GONE'],
});
