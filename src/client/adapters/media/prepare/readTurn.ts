const orientationTag = 0x0112;

/** The orientation that an EXIF block names, 1–8; undefined where it names none or is broken. `sign`: what must stand before the block. */
export function readTurn(block: Uint8Array, sign = ''): number | undefined {
  if (!Array.from(sign).every((letter, at) => block[at] === letter.codePointAt(0))) return undefined;
  const view = new DataView(block.buffer, block.byteOffset + sign.length, block.length - sign.length);
  if (view.byteLength < 14) return undefined;
  const isLittle = view.getUint16(0) === 0x4949;
  if (!isLittle && view.getUint16(0) !== 0x4d4d) return undefined;
  const first = view.getUint32(4, isLittle);
  if (first + 2 > view.byteLength) return undefined;
  const count = view.getUint16(first, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > view.byteLength) return undefined;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const turn = view.getUint16(at + 8, isLittle);
    return turn >= 1 && turn <= 8 ? turn : undefined;
  }
  return undefined;
}
