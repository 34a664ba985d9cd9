import type { Readable } from 'node:stream';
import type { ByteRange } from '#server/services/byteRange.ts';

/** Where uploaded files of mini-apps lie. A bundle is written once and never changed. */
export interface BundleStore {
  /** Keeps the files of a bundle; all or nothing. Paths are relative, with forward slashes, and were checked. */
  put(id: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Undefined: there is no such bundle or file. `size`: of the whole file. `pick`: which part of it the stream has, by that size; undefined: all. */
  get(
    id: string,
    path: string,
    pick?: (size: number) => ByteRange | undefined,
  ): Promise<{ size: number; stream: Readable } | undefined>;
  /** Does nothing for one that is not there. */
  delete(id: string): Promise<void>;
}
