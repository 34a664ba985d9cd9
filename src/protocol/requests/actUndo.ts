import * as z from 'zod/mini';
import { actIdSchema } from '../entities/guardedAct.ts';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Undoes a whole act within 72 hours. Owner and admins of before the act may, whatever became of their roles, as long as they are in. `c`: where it happened, perhaps a room. GONE: it is undone
 * already, or nothing of it is left to undo because something newer came on top. WINDOW: too late.
 */
export const actUndo = defineRequest({
  name: 'act.undo',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, id: actIdSchema, op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'WINDOW', 'GONE'],
});
