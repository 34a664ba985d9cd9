/** The kinds of pictures that are taken. HEIC is not: its decoder is not free, and browsers hand over something else. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCodePoint(...bytes.subarray(from, to));
const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte);

/** What a file is by its first bytes, whatever its name or sender says. Undefined: none of the kinds that are taken. */
export function sniffPicture(bytes: Uint8Array): PictureKind | undefined {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (/^GIF8[79]a$/.test(textAt(bytes, 0, 6))) return 'gif';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP') return 'webp';
  return textAt(bytes, 4, 8) === 'ftyp' && brandsOf(bytes).some((brand) => /^avi[fs]$/.test(brand))
    ? 'avif'
    : undefined;
}

/** Brands of an ISO media file: what it is in the first place, and what else a reader may take it for. */
function brandsOf(bytes: Uint8Array): string[] {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const brands = [textAt(bytes, 8, 12)];
  // A real list is short; a long one is not worth reading.
  for (let at = 16; at + 4 <= Math.min(size, bytes.length, 80); at += 4) brands.push(textAt(bytes, at, at + 4));
  return brands;
}
