import * as z from 'zod/mini';
import { limits } from '#protocol/limits.ts';
import { mediaIdSchema } from '../media.ts';
import { askShape, carriedShape, namedSchema } from './carriedShape.ts';

/** What a part of a media message is: picture, video, voice or any other file. */
export const mediaTypes = ['i', 'v', 'a', 'f'] as const;
export type MediaType = (typeof mediaTypes)[number];

/**
 * One picture, video, voice message or file. `id`: made by who sends it, before a byte has left (128 random bits): the upload has the same one. `t`: what it is. `z`: bytes. `w`, `h`: px, of pictures
 * and videos as they are seen. `d`: ms, of videos and voice. `n`: name of the file, without a path. `m`: its type. `b`: blurred picture to stand there before it is loaded (thumbhash,
 * base64). `f`: loudness of a voice message in equal steps, 0–31, as letters of base32. Size, type, box and blur that are sent are what the sender's device believes: the server
 * puts its own in their place.
 */
export const mediaPartSchema = z.strictObject({
  id: mediaIdSchema,
  t: z.enum(mediaTypes),
  z: z.int().check(z.positive(), z.maximum(limits.fileBytesMax)),
  w: z.optional(z.int().check(z.positive(), z.maximum(limits.pictureSideMax))),
  h: z.optional(z.int().check(z.positive(), z.maximum(limits.pictureSideMax))),
  d: z.optional(z.int().check(z.nonnegative(), z.maximum(limits.mediaMsMax))),
  n: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.fileNameMax))),
  m: z.optional(z.string().check(z.maxLength(100))),
  b: z.optional(z.string().check(z.maxLength(64))),
  f: z.optional(z.string().check(z.regex(/^[A-Z2-7]{1,128}$/))),
});
export type MediaPart = z.infer<typeof mediaPartSchema>;

/** Body of a message with media. `f`: its parts, in order; a voice message has one. `x`: words below it, `at`: people named in them. */
export const mediaBodySchema = z.strictObject({
  f: z.array(mediaPartSchema).check(z.minLength(1), z.maxLength(limits.mediaPartsMax)),
  x: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.textMax))),
  at: z.optional(namedSchema),
  ...askShape,
  ...carriedShape,
});
export type MediaBody = z.infer<typeof mediaBodySchema>;
