import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/** Undoes an entry within a day: a mute, a refused message, a freeze, a change of the rules. Needs the right that the act itself needs. GONE: too late, done already, or overtaken by a later act. */
export const auditUndo = defineRequest({
  name: 'audit.undo',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, id: z.uuid(), op: opIdSchema }),
  output: z.object({}),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'GONE'],
});
