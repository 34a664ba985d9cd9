import { stripJpeg } from './stripJpeg.ts';
import { stripPng } from './stripPng.ts';
import { stripWebp } from './stripWebp.ts';

/** A picture file without what it tells of its making. `isMoving`: more than one frame, which drawing it anew would lose. */
export interface StrippedPicture {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  isMoving: boolean;
  /** how it has to be turned, 1–8 as EXIF numbers it; 1: it lies as it is seen */
  turn: number;
}

/**
 * Takes EXIF (with it places, cameras, small copies), XMP, IPTC and comments out of a JPEG, PNG or WebP, and leaves every bit of the picture itself, its colours and its
 * frames. A GIF has no such parts but comments, and stays. Undefined for every other kind, and for a file that is not built as its kind is: those have to be drawn anew.
 */
export function stripPicture(bytes: Uint8Array<ArrayBuffer>): StrippedPicture | undefined {
  const begins = (...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0xff, 0xd8, 0xff)) return stripJpeg(bytes);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return stripPng(bytes);
  if (begins(0x52, 0x49, 0x46, 0x46) && String.fromCodePoint(...bytes.subarray(8, 12)) === 'WEBP')
    return stripWebp(bytes);
  if (begins(0x47, 0x49, 0x46, 0x38)) return { bytes, type: 'image/gif', isMoving: true, turn: 1 };
  return undefined;
}
