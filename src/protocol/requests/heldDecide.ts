import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { chatIdSchema, cidSchema, memberIdSchema, opIdSchema, seqSchema } from '../ids.ts';

/** Lets a held message in, as a normal message of its sender with the next place (`s`), or refuses it; a marked one is left alone or taken away. GONE: somebody else has decided, or the sender is not in the chat any more. */
export const heldDecide = defineRequest({
  name: 'held.decide',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, u: memberIdSchema, i: cidSchema, ok: z.boolean(), op: opIdSchema }),
  output: z.object({ s: z.optional(seqSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND', 'GONE'],
});
