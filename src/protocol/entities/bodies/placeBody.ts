import * as z from 'zod/mini';
import { limits } from '#protocol/limits.ts';
import { carriedShape } from './carriedShape.ts';

/** Body of a place, told once: `la`, `lo` in degrees, `ac`: how exact, metres. `x`: what the sender calls it. */
export const placeBodySchema = z.strictObject({
  la: z.number().check(z.minimum(-90), z.maximum(90)),
  lo: z.number().check(z.minimum(-180), z.maximum(180)),
  ac: z.optional(z.int().check(z.nonnegative(), z.maximum(100_000))),
  x: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.placeNameMax))),
  ...carriedShape,
});
export type PlaceBody = z.infer<typeof placeBodySchema>;
