import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { receiptStepsSchema } from '../entities/receipt.ts';
import { userIdSchema, chatIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Declares, whole, what this connection shows: open chats, watched people, visibility. A higher `v` replaces a lower one. Answers the current revs and receipts of the open chats. */
export const viewSet = defineRequest({
  name: 'view.set',
  kind: 'command',
  via: 'socket',
  input: z.strictObject({
    v: z.int().check(z.nonnegative()),
    open: z.array(chatIdSchema).check(z.maxLength(limits.openChatsMax)),
    pres: z.array(userIdSchema).check(z.maxLength(limits.presenceMax)),
    vis: z.union([z.literal(0), z.literal(1)]),
  }),
  output: z.object({
    v: z.int(),
    revs: z.array(z.tuple([chatIdSchema, revSchema])),
    rc: z.array(z.tuple([chatIdSchema, receiptStepsSchema])),
    /** open communities: how many of their members are here now */
    on: z.optional(z.array(z.tuple([chatIdSchema, z.int()]))),
  }),
  errors: [],
});
