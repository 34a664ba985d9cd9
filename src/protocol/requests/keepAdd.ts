import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { keepNoteSchema, keptSchema } from '../entities/kept.ts';
import { chatIdSchema, keepIdSchema, opIdSchema, revSchema, seqSchema } from '../ids.ts';

/**
 * Keeps a message, with what it says now, for myself on all my devices. `i`: made by the device. One that I keep already is answered as it is, under the id it has. `x`: my note. `u`: my own change it is.
 * NOT_FOUND: I do not see such a message, or it was taken back, or says nothing that can be kept. FULL: I keep too much.
 */
export const keepAdd = defineRequest({
  name: 'keep.add',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    i: keepIdSchema,
    c: chatIdSchema,
    s: seqSchema,
    x: z.optional(keepNoteSchema),
    op: opIdSchema,
  }),
  output: z.object({ u: revSchema, kept: keptSchema }),
  errors: ['NOT_MEMBER', 'NOT_FOUND', 'FULL'],
});
