import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaIdSchema } from '../entities/media.ts';
import { timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Addresses of pictures and of what messages carry, for `<img src>` and the like. Of faces and chats `&s=128` or `&s=512` chooses a size, and the address is the same for everybody who may see them. Of the parts of
 * messages `&s=320`, `&s=1280` (pictures) or `&s=o` (the whole file; without `s` too) does, `&d=1` makes a download of it, and the address is the asker's own: it works as long as he may see the part. All change
 * once a day; `until` is when they end (server clock), a day or two ahead. What does not exist or is not for me is left out.
 */
export const mediaSign = defineRequest({
  name: 'media.sign',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ ids: z.array(mediaIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)) }),
  output: z.object({ urls: z.array(z.tuple([mediaIdSchema, z.string()])), until: timeSchema }),
  errors: [],
});
