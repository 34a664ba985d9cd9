import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';

/**
 * Puts a message on top of the chat, for some days or until somebody takes it away (`on: false`). At most five: one more takes the place of the oldest.
 * Announcing one again renews it. Only messages of people can be announced, and none that was unsent (GONE).
 */
export const chatPin = defineRequest({
  name: 'chat.pin',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    s: seqSchema,
    on: z.boolean(),
    days: z.optional(z.union([z.literal(1), z.literal(7), z.literal(30)])),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'GONE'],
});
