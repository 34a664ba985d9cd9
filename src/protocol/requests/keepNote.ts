import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { keepNoteSchema, keptSchema } from '../entities/kept.ts';
import { keepIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Writes my note: of something I keep, or by itself under a new id, also where another device has dropped it meanwhile, so that nothing written is lost. An empty one takes the note from a message that is kept. BAD: nothing would be
 * left. FULL: I keep too much.
 */
export const keepNote = defineRequest({
  name: 'keep.note',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ i: keepIdSchema, x: keepNoteSchema, op: opIdSchema }),
  output: z.object({ u: revSchema, kept: keptSchema }),
  errors: ['FULL'],
});
