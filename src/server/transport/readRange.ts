import type { ByteRange } from '#server/services/byteRange.ts';

/**
 * The part of a file of `size` bytes that a `Range` asks for (RFC 9110, 14.2). `none`: no byte of it is there. Undefined: the whole file is to be sent, since nothing was asked for,
 * or several parts, or something that cannot be read, all of which may be ignored.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, from, to] = /^bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  if (from === '') {
    // The last so many bytes.
    const count = Math.min(Number(to), size);
    return count === 0 ? 'none' : { first: size - count, last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return undefined;
  return first >= size ? 'none' : { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
