import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { shelfIdSchema, shelfNoteSchema } from '../entities/shelf.ts';
import { chatIdSchema, timeSchema } from '../ids.ts';

/** Notes of a chat, those changed last first, some 20 at once. `after`: the last one I have; `more`: 1: there are others behind. */
export const noteList = defineRequest({
  name: 'note.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    after: z.optional(z.strictObject({ ch: timeSchema, i: shelfIdSchema })),
  }),
  output: z.object({ items: z.array(shelfNoteSchema), more: z.optional(z.literal(1)) }),
  errors: ['NOT_MEMBER'],
});
