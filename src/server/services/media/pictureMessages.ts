import type { PictureSize } from '#protocol/entities/media.ts';
import type { PictureKind } from './sniffPicture.ts';

/** A job of a picture process. `kind`: what the bytes are by their beginning. */
export interface PictureJob {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
  /** most pixels of the source, width × height */
  readonly pixelsMax: number;
  readonly sizes: readonly PictureSize[];
}

/** A square WebP file. `size`: its side, px. */
export interface PictureFile {
  readonly size: PictureSize;
  readonly bytes: Uint8Array;
}

/** What a picture process says: once that it has started, then an answer to each job. */
export type PictureReply = { readonly ready: true } | PictureAnswer;

/** The answer to a job. */
export type PictureAnswer =
  | { readonly ok: true; readonly files: readonly PictureFile[] }
  | { readonly ok: false; readonly code: 'TOO_LARGE' | 'NOT_A_PICTURE' };
