import { joinBytes } from './joinBytes.ts';
import { readTurn } from './readTurn.ts';
import type { StrippedPicture } from './stripPicture.ts';

/** Chunks that draw the picture, its colours and its frames. All others tell of it: texts, times, EXIF. */
const drawing = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** A PNG is a list of chunks: length, name, body, check sum. */
export function stripPng(bytes: Uint8Array<ArrayBuffer>): StrippedPicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces = [bytes.subarray(0, 8)];
  let isMoving = false;
  let turn = 1;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const name = String.fromCodePoint(...bytes.subarray(at + 4, at + 8));
    if (name === 'acTL') isMoving = true;
    if (name === 'eXIf') turn = readTurn(bytes.subarray(at + 8, end - 4)) ?? turn;
    if (drawing.has(name)) pieces.push(bytes.subarray(at, end));
    if (name === 'IEND') return { bytes: joinBytes(pieces), type: 'image/png', isMoving, turn };
    at = end;
  }
  return undefined;
}
