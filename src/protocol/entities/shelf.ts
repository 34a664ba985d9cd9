import * as z from 'zod/mini';
import { cleanName } from '#base/cleanName.ts';
import { memberIdSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { mediaPartSchema } from './bodies/mediaBody.ts';

/** Client-made id of a note or an album of a chat. */
export const shelfIdSchema = z.uuid().brand<'ShelfId'>();
export type ShelfId = z.infer<typeof shelfIdSchema>;

/** Words of a note; not only white space. */
export const shelfTextSchema = z.string().check(z.minLength(1), z.maxLength(limits.shelfNoteMax), z.regex(/\S/u));
/** Name of an album: 1–60 characters after cleaning (see `cleanName`). */
export const albumNameSchema = z
  .string()
  .check(z.overwrite(cleanName), z.minLength(1), z.maxLength(limits.albumNameMax));

/** Something of the shelf of a chat: `u` who made it, and what he is called there (`un`, in communities his name there). `at`: since when it is there; `ch`: its newest change. */
const madeShape = {
  u: memberIdSchema,
  un: z.optional(z.string()),
  at: timeSchema,
};

/** A note that everybody in a chat reads. `x`: its words. */
export const shelfNoteSchema = z.object({ i: shelfIdSchema, x: z.string(), ch: timeSchema, ...madeShape });
export type ShelfNote = z.infer<typeof shelfNoteSchema>;

/** An album of a chat. `n`: its name. `v`: number of its newest change: whoever reads it page by page and meets another number begins anew. `k`: how many photos and films. `cv`: the chosen cover, or the first of them. */
export const albumSchema = z.object({
  i: shelfIdSchema,
  n: z.string(),
  ch: timeSchema,
  v: z.int(),
  k: z.int(),
  cv: z.optional(mediaPartSchema),
  ...madeShape,
});
export type Album = z.infer<typeof albumSchema>;

/** A photo or film of an album. `p`: what it is; `u`, `un`: who put it in, `at`: when. */
export const albumPhotoSchema = z.object({ p: mediaPartSchema, ...madeShape });
export type AlbumPhoto = z.infer<typeof albumPhotoSchema>;
