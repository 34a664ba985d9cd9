import * as z from 'zod/mini';
import { carriedShape } from './carriedShape.ts';

/** Body of a sticker: `p` names the pack, `s` the sticker in it. A client that lacks it shows that it needs a newer version. */
export const stickerBodySchema = z.strictObject({
  p: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  s: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  ...carriedShape,
});
export type StickerBody = z.infer<typeof stickerBodySchema>;
