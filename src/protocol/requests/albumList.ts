import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { albumSchema } from '../entities/shelf.ts';
import { chatIdSchema } from '../ids.ts';

/** All albums of a chat, those changed last first. */
export const albumList = defineRequest({
  name: 'album.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ items: z.array(albumSchema) }),
  errors: ['NOT_MEMBER'],
});
