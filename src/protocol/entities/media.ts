import * as z from 'zod/mini';

/** A stored picture: 128 random bits, never made from the content, so that the same picture in two places has two names. */
export const mediaIdSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{22}$/))
  .brand<'MediaId'>();
export type MediaId = z.infer<typeof mediaIdSchema>;

/** A picture where a face is named: `m:` and the id. */
export const pictureSchema = z.string().check(z.regex(/^m:[A-Za-z0-9_-]{22}$/));
/** What a person can choose as their face: a palette key `c0`…`c11`, or a picture. */
export const faceSchema = z.string().check(z.regex(/^(?:c(?:[0-9]|1[01])|m:[A-Za-z0-9_-]{22})$/));

/** What an upload is for: somebody's own face (profile, or as a member of a community), the picture of a chat, or the icon of a mini-app. */
export const mediaPurposes = ['avatar', 'chat', 'app'] as const;
export type MediaPurpose = (typeof mediaPurposes)[number];

/** Sides of the squares in which a picture is kept, px. */
export const pictureSizes = [128, 512] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** What `POST /api/upload?for=…` answers: the picture waits a day for its use. */
export const uploadAnswerSchema = z.object({ id: mediaIdSchema });
