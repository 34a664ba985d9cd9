import type { PictureSize } from '#protocol/entities/media.ts';
import type { PictureKind } from './sniffPicture.ts';

/** A job of a picture process. `kind`: what the bytes are by their beginning; `pixelsMax`: most pixels of the source, width × height, of all frames together where it moves. */
export type PictureJob = SquareJob | PhotoJob | LinkJob;

/** Squares of a picture. */
export interface SquareJob {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
  readonly pixelsMax: number;
  readonly sizes: readonly PictureSize[];
}

/** The picture of a page. `side`: longest side of what is made of it, px. */
export interface LinkJob {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
  readonly pixelsMax: number;
  readonly side: number;
}

/** A small WebP file. `width`, `height`: px of what is in it. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** The picture of a message, in a file. Copies are written beside it, named as it is and with their size behind. */
export interface PhotoJob {
  readonly kind: PictureKind;
  readonly path: string;
  readonly pixelsMax: number;
  readonly framesMax: number;
  /** longest side of the source, px */
  readonly sideMax: number;
}

/** A square WebP file. `size`: its side, px. */
export interface PictureFile {
  readonly size: PictureSize;
  readonly bytes: Uint8Array;
}

/** Longest sides of the smaller copies of a photo, px. */
export const photoSides = [1_280, 320] as const;
/** Names of the copies: `o` is the whole, at most 4,096 px. */
export const photoSizes = ['o', '1280', '320'] as const;
export type PhotoSize = (typeof photoSizes)[number];

/** A copy of a photo. `type`: media type. */
export interface PhotoCopy {
  readonly size: PhotoSize;
  readonly path: string;
  readonly type: string;
}

/** A photo as people see it: upright, without anything that it knew of its making. `width`, `height`: px of the whole; `blur`: thumbhash, base64. */
export interface Photo {
  readonly width: number;
  readonly height: number;
  readonly blur: string;
  readonly copies: readonly PhotoCopy[];
}

/** What a picture process says: once that it has started, then an answer to each job. */
export type PictureReply = { readonly ready: true } | PictureAnswer;

/** The answer to a job. */
export type PictureAnswer =
  | { readonly ok: true; readonly files: readonly PictureFile[] }
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: true; readonly small: SmallPicture }
  | { readonly ok: false; readonly code: 'TOO_LARGE' | 'NOT_A_PICTURE' };
