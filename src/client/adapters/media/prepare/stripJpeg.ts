import { joinBytes } from './joinBytes.ts';
import { readTurn } from './readTurn.ts';
import type { StrippedPicture } from './stripPicture.ts';

const startOfScan = 0xda;
const app1 = 0xe1;
const app2 = 0xe2;
const app15 = 0xef;
const comment = 0xfe;
const endOfPicture = 0xd9;
const firstRestart = 0xd0;
const lastRestart = 0xd7;
/** Adobe's mark says how the colours are stored: without it some pictures turn green. */
const adobe = 0xee;

/** A JPEG is a list of segments up to its first scan. Those that only tell of it go; the colour profile (`ICC_PROFILE` in APP2) and JFIF (APP0) stay. */
export function stripJpeg(bytes: Uint8Array<ArrayBuffer>): StrippedPicture | undefined {
  const pieces = [bytes.subarray(0, 2)];
  let turn = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (marker === app1) turn = readTurn(body, 'Exif\0\0') ?? turn;
    if (marker === startOfScan) {
      const last = lastEnd(bytes, at);
      // Behind the end of the picture phones hang films and depth maps, and with them places and faces.
      return { bytes: joinBytes([...pieces, bytes.subarray(at, last)]), type: 'image/jpeg', isMoving: false, turn };
    }
    if (isPartOfPicture(marker, body)) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isPartOfPicture(marker: number, body: Uint8Array): boolean {
  if (marker === comment) return false;
  if (marker === app2) return startsWith(body, 'ICC_PROFILE\0');
  if (marker < app1 || marker > app15) return true;
  return marker === adobe;
}

/** Where the picture ends. Inside of a scan 0xff is followed by 0 or a restart; between scans stand segments, whose bytes may look like anything. */
function lastEnd(bytes: Uint8Array, scan: number): number {
  for (let at = scan; at + 1 < bytes.length;) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    const isInScan = marker === 0 || marker === 0xff || (marker >= firstRestart && marker <= lastRestart);
    if (marker === endOfPicture) return at + 2;
    at += isInScan ? 1 : 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return bytes.length;
}

const startsWith = (body: Uint8Array, sign: string): boolean =>
  Array.from(sign).every((letter, at) => body[at] === letter.codePointAt(0));
