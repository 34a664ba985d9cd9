import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

const red = { r: 255, g: 0, b: 0 };
const blue = { r: 0, g: 0, b: 255 };

/** A JPEG whose left half is red and whose right half is blue, as a camera that lay on its side writes it: turned, with the place where it was taken. */
export async function phonePhoto(width = 400, height = 200): Promise<Buffer> {
  return (
    sharp({ create: { width, height, channels: 3, background: red } })
      .composite([
        {
          input: await sharp({ create: { width: width / 2, height, channels: 3, background: blue } })
            .png()
            .toBuffer(),
          left: width / 2,
          top: 0,
        },
      ])
      .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '7/1 48/1 0/1', GPSLatitudeRef: 'S' } })
      // 6: the top of the picture is its right side; it is shown turned clockwise.
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
  );
}

/** A plain picture. */
export const plainPicture = (width = 64, height = 64): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: blue } })
    .png()
    .toBuffer();

/** A file of a few bytes that claims to be a picture of so many pixels. */
export async function bombPicture(width: number, height: number): Promise<Buffer> {
  const bytes = Buffer.from(await plainPicture(1, 1));
  // IHDR: length (8), name (12), width (16), height (20) … checksum (29).
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/**
 * A real PNG with a note that unpacks to this many bytes: of compressed text, or as its colour profile. Less than a thousandth of them lie in the file.
 */
export async function noteBomb(kind: 'zTXt' | 'iCCP', unpacked: number): Promise<Buffer> {
  const plain = await plainPicture(40, 30);
  // Behind the signature (8) and IHDR (25): where both have to stand.
  const [begin, end] = [plain.subarray(0, 33), plain.subarray(33)];
  const body = Buffer.concat([Buffer.from(`${kind}note\0\0`, 'latin1'), deflateSync(Buffer.alloc(unpacked))]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([begin, length, body, sum, end]);
}

/** Checksum of PNG chunks. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}
