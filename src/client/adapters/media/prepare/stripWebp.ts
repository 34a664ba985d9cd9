import { joinBytes } from './joinBytes.ts';
import { readTurn } from './readTurn.ts';
import type { StrippedPicture } from './stripPicture.ts';

/** Flags of the head that say that EXIF and XMP follow. */
const toldFlags = 0x08 | 0x04;
const drawing = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** A WebP is a RIFF file: chunks with a name, a length, and a body of an even length. */
export function stripWebp(bytes: Uint8Array<ArrayBuffer>): StrippedPicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  let isMoving = false;
  let turn = 1;
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return undefined;
    const name = String.fromCodePoint(...bytes.subarray(at, at + 4));
    const piece = bytes.slice(at, Math.min(end, bytes.length));
    if (name === 'ANIM') isMoving = true;
    if (name === 'EXIF') turn = readTurn(piece.subarray(8), 'Exif\0\0') ?? readTurn(piece.subarray(8)) ?? turn;
    if (name === 'VP8X') piece[8] = (piece[8] ?? 0) & ~toldFlags;
    if (drawing.has(name)) pieces.push(piece);
    at = end;
  }
  if (pieces.length === 0) return undefined;
  const head = bytes.slice(0, 12);
  const body = joinBytes(pieces);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return { bytes: joinBytes([head, body]), type: 'image/webp', isMoving, turn };
}
