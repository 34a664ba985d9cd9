import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, seqSchema } from '../ids.ts';
import { readStateSchema } from '../entities/receipt.ts';
import { limits } from '../limits.ts';

/** Moves my read positions forward (never back). Answered after the positions are durable: `[chat, read seq, read ordinal, own after, last own seq, unread mentions]`. Chats I am not in are left out. */
export const readMark = defineRequest({
  name: 'read.mark',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    items: z.array(z.tuple([chatIdSchema, seqSchema])).check(z.minLength(1), z.maxLength(limits.readMarksMax)),
  }),
  output: z.object({ items: z.array(readStateSchema) }),
  errors: [],
});
