import { AppError } from '#protocol/errors.ts';

/** Sums that a client may send of the bytes of a request. */
export const checksumAlgorithms = ['sha1', 'sha256'] as const;

/** A sum of bytes. `value`: base64. */
export interface Checksum {
  readonly algorithm: (typeof checksumAlgorithms)[number];
  readonly value: string;
}

/** Reads `Upload-Checksum`. Undefined without one. Throws BAD for one that cannot be read or whose algorithm is not known. */
export function readChecksum(header: string | string[] | undefined): Checksum | undefined {
  if (header === undefined) return undefined;
  const [, name, value] = /^(\w{1,16}) ([A-Za-z0-9+/]{1,90}={0,2})$/.exec(String(header)) ?? [];
  const algorithm = checksumAlgorithms.find((known) => known === name);
  if (!algorithm || value === undefined) throw new AppError('BAD', { message: 'Upload-Checksum' });
  return { algorithm, value };
}
