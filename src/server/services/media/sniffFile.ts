import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import { sniffPicture, type PictureKind } from './sniffPicture.ts';

/** What a file is by its first bytes. `as`: what it may be sent as beside a plain file; `type`: media type, of one that has sound only `audio`. `picture`: how it is decoded. */
export interface SniffedFile {
  readonly as: readonly MediaType[];
  readonly type: string;
  readonly audio?: string;
  readonly picture?: PictureKind;
}

/** So many of the first bytes say what a file is. */
export const sniffBytes = 4_096;
/** What is kept without being understood; browsers only save it. */
const unknown: SniffedFile = { as: [], type: 'application/octet-stream' };

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);

/** Finds out what a file is, whatever its name or sender says. Whatever is not one of the few known kinds is just bytes. */
export function sniffFile(bytes: Uint8Array): SniffedFile {
  const picture = sniffPicture(bytes);
  if (picture) return { as: ['i'], type: `image/${picture}`, picture };
  const start = latin(bytes, 0, 12);
  if (start.startsWith('\u001aE\u00df\u00a3'))
    // The name of the document type stands within the first header.
    return latin(bytes, 0, 64).includes('webm') ? { as: ['v', 'a'], type: 'video/webm', audio: 'audio/webm' } : unknown;
  if (start.slice(4, 8) === 'ftyp') return isoFile(start.slice(8, 12));
  if (start.startsWith('OggS\0')) return { as: ['a'], type: 'audio/ogg', audio: 'audio/ogg' };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WAVE')
    return { as: ['a'], type: 'audio/wav', audio: 'audio/wav' };
  if (start.startsWith('ID3') || isMpegFrame(bytes)) return { as: ['a'], type: 'audio/mpeg', audio: 'audio/mpeg' };
  if (start.startsWith('%PDF-')) return { as: [], type: 'application/pdf' };
  if (start.startsWith('PK\u0003\u0004')) return { as: [], type: 'application/zip' };
  return unknown;
}

/** Brands of films and of sound alone; what else is in such a box (HEIC, 3D, comics) is just a file. */
function isoFile(brand: string): SniffedFile {
  if (brand === 'qt  ') return { as: ['v'], type: 'video/quicktime' };
  if (/^M4[AB] $/.test(brand)) return { as: ['a'], type: 'audio/mp4', audio: 'audio/mp4' };
  return /^(?:iso[m2-9]|mp4[12]|avc1|M4V[ HP]|MSNV|dash|3g[pr2][0-9a-z]|iso5|mmp4|cmf[cs2])$/.test(brand)
    ? { as: ['v', 'a'], type: 'video/mp4', audio: 'audio/mp4' }
    : unknown;
}

/** The header of a frame of layer III, with a rate and a bit rate that exist. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15 && third >> 4 !== 0 && (third & 0x0c) !== 0x0c;
}
