import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Posts a card that an app has prepared for me into chats of mine, as messages of mine; `text`: words of my own after it. The app learns that it was shared, never where. `sent`: in how many
 * chats; the others refused it. NOT_FOUND: no such card, or not for me. GONE: it is too old. FORBIDDEN: the app may not offer cards, or no chat took it.
 */
export const appShare = defineRequest({
  name: 'app.share',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    card: z.string().check(z.maxLength(64)),
    chats: z.array(chatIdSchema).check(z.minLength(1), z.maxLength(limits.cardChatsMax)),
    text: z.optional(z.string().check(z.maxLength(limits.textMax))),
    op: opIdSchema,
  }),
  output: z.object({ sent: z.int() }),
  errors: ['NOT_FOUND', 'GONE', 'FORBIDDEN'],
});
