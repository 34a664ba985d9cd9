import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { pictureSchema } from '../entities/media.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/** Gives a group or community a picture, or takes it away (null). For those who may rename it. NOT_FOUND: not a fresh upload of mine for a chat. */
export const chatPicture = defineRequest({
  name: 'chat.picture',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema, picture: z.nullable(pictureSchema), op: opIdSchema }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
});
