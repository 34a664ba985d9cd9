import * as z from 'zod/mini';
import { hiddenSchema } from '../entities/hidden.ts';
import { keptSchema } from '../entities/kept.ts';
import { defineRequest } from '../defineRequest.ts';
import { deltaSchema } from '../entities/chat.ts';
import { contactSchema, prefSchema } from '../entities/user.ts';
import { chatIdSchema, seqSchema, revSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { chatSnapshotSchema } from '../entities/chatSnapshot.ts';

/** Brings a connection up to date: joins its rooms, then answers every chat that differs from `have` (`[chat, head rev when Me was last received, read position, own settings version]`), the chats that are gone, and my contacts and settings newer than `u`. Large answers come in pages: repeat with `page` = `next`. */
export const syncOpen = defineRequest({
  name: 'sync.open',
  kind: 'read',
  via: 'socket',
  input: z.strictObject({
    u: revSchema,
    have: z.array(z.tuple([chatIdSchema, revSchema, seqSchema, z.int()])).check(z.maxLength(limits.chatsMax)),
    open: z.optional(z.array(z.tuple([chatIdSchema, revSchema])).check(z.maxLength(limits.openChatsMax))),
    gen: z.optional(z.string().check(z.maxLength(64))),
    page: z.optional(z.int().check(z.minimum(1))),
  }),
  output: z.object({
    t: timeSchema,
    gen: z.string(),
    u: revSchema,
    heads: z.array(chatSnapshotSchema),
    gone: z.array(chatIdSchema),
    user: z.object({
      contacts: z.optional(z.array(contactSchema)),
      prefs: z.optional(z.array(prefSchema)),
      hidden: z.optional(z.array(hiddenSchema)),
      keeps: z.optional(z.array(keptSchema)),
      full: z.optional(z.literal(1)),
    }),
    deltas: z.optional(z.array(deltaSchema)),
    next: z.optional(z.int()),
  }),
  errors: ['GEN'],
});
