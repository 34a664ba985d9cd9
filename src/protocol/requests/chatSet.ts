import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { meSchema } from '../entities/members.ts';
import { chatIdSchema, opIdSchema, seqSchema, timeSchema } from '../ids.ts';

/** My own settings of a chat; absent fields stay. `mute`: until this time, 0 = not muted. `pin`: rank, 0 = not pinned. `hide`: out of the list until something new comes. `unreadFrom`: mark as unread from this seq, 0 = take the mark back. `follow`: threads only. */
export const chatSet = defineRequest({
  name: 'chat.set',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    notify: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
    mute: z.optional(timeSchema),
    pin: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
    hide: z.optional(z.boolean()),
    unreadFrom: z.optional(seqSchema),
    follow: z.optional(z.boolean()),
    op: opIdSchema,
  }),
  output: z.object({ me: meSchema }),
  errors: ['NOT_MEMBER'],
});
