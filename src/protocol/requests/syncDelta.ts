import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { deltaSchema } from '../entities/chat.ts';
import { errorCodeSchema } from '../errorCodeSchema.ts';
import { chatIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Changes of up to 20 chats since a rev each. `more`: continue with since = b. A chat that cannot be read answers with its code. */
export const syncDelta = defineRequest({
  name: 'sync.delta',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    items: z
      .array(z.strictObject({ c: chatIdSchema, since: revSchema, minRev: z.optional(revSchema) }))
      .check(z.minLength(1), z.maxLength(limits.deltaChatsMax)),
    limit: z.optional(z.int().check(z.minimum(1), z.maximum(limits.deltaRowsMax))),
  }),
  output: z.object({
    items: z.array(
      z.union([
        z.object({ delta: deltaSchema, more: z.optional(z.literal(1)) }),
        z.object({ c: chatIdSchema, code: errorCodeSchema }),
      ]),
    ),
  }),
  errors: [],
});
