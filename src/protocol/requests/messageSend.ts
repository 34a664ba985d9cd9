import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { sentMessageSchema } from '../entities/bodies/sentMessage.ts';
import { reasonSchema } from '../entities/moderation.ts';
import { errorCodeSchema } from '../errorCodeSchema.ts';
import { chatIdSchema, cidSchema, seqSchema, revSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Sends up to 20 messages of one chat, in order. Idempotent by `i` (client-made id): a repeat is answered with the values of the first time. `rs`: read position the sender really saw, applied in the same transaction. An item that is refused does not stop the others. NOT_FOUND, GONE: what it replies to, forwards, or consists of is not there. WINDOW: the poll would be over before it began. */
export const messageSend = defineRequest({
  name: 'message.send',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    items: z.array(sentMessageSchema).check(z.minLength(1), z.maxLength(limits.sendItemsMax)),
    rs: z.optional(seqSchema),
  }),
  output: z.object({
    items: z.array(
      z.union([
        z.object({
          i: cidSchema,
          s: seqSchema,
          r: revSchema,
          n: z.optional(z.int()),
          at: timeSchema,
          dup: z.optional(z.literal(1)),
        }),
        // kept for a moderator; approval is a normal message with the same id
        z.object({ i: cidSchema, held: z.literal(1) }),
        // `why`: of FILTERED, with the part of the own text
        z.object({
          i: cidSchema,
          code: errorCodeSchema,
          retry: z.optional(z.int()),
          why: z.optional(reasonSchema),
        }),
      ]),
    ),
  }),
  errors: [
    'NOT_MEMBER',
    'FORBIDDEN',
    'MUTED',
    'FROZEN',
    'SLOW',
    'FILTERED',
    'TOO_LARGE',
    'CID_MISMATCH',
    'NOT_FOUND',
    'GONE',
    'WINDOW',
  ],
});
