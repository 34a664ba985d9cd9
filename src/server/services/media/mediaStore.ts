import type { Readable } from 'node:stream';
import type { ByteRange } from '#server/services/byteRange.ts';

/** Bytes in a file of this machine, on their way in. The file stays with who gives it, and is not changed any more. */
export interface LocalFile {
  readonly path: string;
  readonly size: number;
}

/** Keeps files by key; a key is one path segment of letters, digits, `_`, `-` and dots. A file never changes once it is there. */
export interface MediaStore {
  /** Stores a file whole or not at all; once it resolves the file survives a power cut. The same key again replaces it. Of a local file never more than a piece is in memory. Throws UNAVAILABLE where there is no room. */
  put(key: string, source: Uint8Array | LocalFile): Promise<void>;
  /** A file with its size in bytes; with a `range` only these bytes are in the stream. Undefined: there is none. Whoever does not read the stream to its end destroys it. */
  get(key: string, range?: ByteRange): Promise<StoredFile | undefined>;
  /** A file that is not there is no error. */
  delete(key: string): Promise<void>;
}

/** A file on its way out. `size`: of the whole file. */
export interface StoredFile {
  readonly size: number;
  readonly stream: Readable;
}
