/** Bytes of a file, from the first to the last, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}
