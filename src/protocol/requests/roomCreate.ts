import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { roomTitleSchema } from '../entities/chatSettings.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Description of a room: at most 200 characters after trimming; empty = none. */
export const roomAboutSchema = z.string().check(
  z.overwrite((text) => text.trim()),
  z.maxLength(limits.roomAboutMax),
);

/** Makes a room in community `c`. `ro`: only who may announce writes there. `r`: rev of the community. FULL: it has as many rooms as one can have. */
export const roomCreate = defineRequest({
  name: 'room.create',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    title: roomTitleSchema,
    about: z.optional(roomAboutSchema),
    ro: z.optional(z.literal(1)),
    op: opIdSchema,
  }),
  output: z.object({ room: chatIdSchema, r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'FULL'],
});
