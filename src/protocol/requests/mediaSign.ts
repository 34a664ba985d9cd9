import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { mediaIdSchema } from '../entities/media.ts';
import { timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/**
 * Addresses of pictures, for `<img src>`; `&s=128` or `&s=512` chooses a size. They are the same for everybody who may see the picture and change once a
 * day; `until` is when they end (server clock), a day or two ahead. Pictures that do not exist or are not for me are left out.
 */
export const mediaSign = defineRequest({
  name: 'media.sign',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ ids: z.array(mediaIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax)) }),
  output: z.object({ urls: z.array(z.tuple([mediaIdSchema, z.string()])), until: timeSchema }),
  errors: [],
});
