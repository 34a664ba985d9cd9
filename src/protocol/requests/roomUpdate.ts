import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { roomTitleSchema } from '../entities/chatSettings.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { roomAboutSchema } from './roomCreate.ts';

/** Changes a room of community `c`: name, description (empty takes it away), who writes there (`ro`), its place in the list (`at`, from 0); at least one of them. `r`: rev of the community. */
export const roomUpdate = defineRequest({
  name: 'room.update',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    room: chatIdSchema,
    title: z.optional(roomTitleSchema),
    about: z.optional(roomAboutSchema),
    ro: z.optional(z.boolean()),
    at: z.optional(z.int().check(z.minimum(0), z.maximum(limits.roomsMax - 1))),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
