import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { cidSchema, opIdSchema } from '../ids.ts';

/**
 * Sends a scheduled message of mine now, also one that failed. A repeat finds it sent and is answered like the first. Refused like `message.send`; then it stands as before. GONE: it is just leaving.
 * CID_MISMATCH: it was sent before with another text.
 */
export const scheduleSend = defineRequest({
  name: 'schedule.send',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ i: cidSchema, op: opIdSchema }),
  output: z.object({}),
  errors: [
    'NOT_FOUND',
    'GONE',
    'NOT_MEMBER',
    'FORBIDDEN',
    'MUTED',
    'FROZEN',
    'SLOW',
    'FILTERED',
    'TOO_LARGE',
    'CID_MISMATCH',
    'WINDOW',
  ],
});
