import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { sentMessageSchema } from '../entities/bodies/sentMessage.ts';
import { chatIdSchema, opIdSchema, revSchema, timeSchema } from '../ids.ts';

/**
 * Keeps a message that is sent at `at` (server clock, ms) as if I sent it then, under the id it has. It is checked like one that is sent now; whether it may be sent is decided again at its time. `u`: my own change it
 * is. WINDOW: `at` is over, too close or too far. FULL: too many wait. NOT_FOUND: its files are not up.
 */
export const scheduleAdd = defineRequest({
  name: 'schedule.add',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, item: sentMessageSchema, at: timeSchema, op: opIdSchema }),
  output: z.object({ u: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'MUTED', 'FROZEN', 'NOT_FOUND', 'FULL', 'WINDOW', 'CID_MISMATCH'],
});
