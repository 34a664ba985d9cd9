import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { shelfIdSchema, shelfNoteSchema, shelfTextSchema } from '../entities/shelf.ts';
import { chatIdSchema, opIdSchema } from '../ids.ts';

/**
 * Writes a note for everybody in a chat, or changes an own one; also where it was deleted meanwhile, so that nothing written is lost. `i`: made by the device. FORBIDDEN: it is somebody else's, or I may not write here.
 * MUTED, FROZEN, SLOW, FILTERED: as of a message. FULL: the chat has too many notes.
 */
export const notePut = defineRequest({
  name: 'note.put',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, i: shelfIdSchema, x: shelfTextSchema, op: opIdSchema }),
  output: z.object({ note: shelfNoteSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'MUTED', 'FROZEN', 'SLOW', 'FILTERED', 'FULL'],
});
