import type { Readable } from 'node:stream';

/** Keeps files by key; a key is one path segment of letters, digits, `_`, `-` and dots. A file never changes once it is there. */
export interface MediaStore {
  /** Stores a file whole or not at all; once it resolves the file survives a power cut. The same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** A file with its size in bytes. Undefined: there is none. Whoever does not read the stream to its end destroys it. */
  get(key: string): Promise<StoredFile | undefined>;
  /** A file that is not there is no error. */
  delete(key: string): Promise<void>;
}

/** A file on its way out. */
export interface StoredFile {
  readonly size: number;
  readonly stream: Readable;
}
