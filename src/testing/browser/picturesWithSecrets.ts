/** What the samples carry beside the picture; none of it may leave a device. */
export const secrets = ['KabarPhone', 'GPSLatitudeHere', 'http://ns.adobe.com/xap/1.0/', 'a private remark'];

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const join = (...pieces: (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const all = pieces.flatMap((piece) => [...piece]);
  return new Uint8Array(all);
};

/** An EXIF block: maker, orientation, and a place. */
function exif(turn: number): Uint8Array {
  const maker = text('KabarPhone\0');
  const gps = text('GPSLatitudeHere\0');
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entries = [
    // Make, ASCII, behind the list
    [0x01, 0x0f, 0, 2, 0, 0, 0, maker.length, 0, 0, 0, 50],
    // Orientation, SHORT
    [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0],
    // the list of the place
    [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50 + maker.length],
  ];
  return join(head, [0, entries.length], entries.flat(), [0, 0, 0, 0], maker, gps);
}

/** A drawing whose upper left corner is red, so that its turn can be seen: wide, 80 × 40. */
async function drawing(
  type: string,
  [width, height]: readonly [number, number] = [80, 40],
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, width / 4, height / 2);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.95 })).arrayBuffer());
}

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  join([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body);

/** A JPEG with EXIF, XMP and a comment before, and a film behind the picture. `turn`: 1–8. */
export async function jpegWithSecrets(
  turn: number,
  size?: readonly [number, number],
): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await drawing('image/jpeg', size);
  return join(
    plain.subarray(0, 2),
    segment(0xe1, join(text('Exif\0\0'), exif(turn))),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')),
    segment(0xfe, text('a private remark')),
    plain.subarray(2),
    text('GPSLatitudeHere in a film behind the picture'),
  );
}

/** A PNG with EXIF and a text. */
export async function pngWithSecrets(): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await drawing('image/png');
  const chunk = (name: string, body: Uint8Array): Uint8Array =>
    join([0, 0, body.length >> 8, body.length & 0xff], text(name), body, [0, 0, 0, 0]);
  // Behind the head: 8 of the sign, 25 of IHDR.
  return join(
    plain.subarray(0, 33),
    chunk('eXIf', exif(1)),
    chunk('tEXt', text('Comment\0a private remark')),
    plain.subarray(33),
  );
}

/** A WebP with EXIF and XMP. */
export async function webpWithSecrets(): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await drawing('image/webp');
  const chunk = (name: string, body: Uint8Array): Uint8Array =>
    join(text(name), [body.length & 0xff, body.length >> 8, 0, 0], body, body.length % 2 ? [0] : []);
  // Browsers that add their colours have written the head already.
  const isExtended = new TextDecoder().decode(plain.subarray(12, 16)) === 'VP8X';
  const told = 0x08 | 0x04;
  if (isExtended) plain[20] = (plain[20] ?? 0) | told;
  const head = isExtended ? [] : chunk('VP8X', new Uint8Array([told, 0, 0, 0, 79, 0, 0, 39, 0, 0]));
  const body = join(
    text('WEBP'),
    head,
    plain.subarray(12),
    chunk('EXIF', exif(1)),
    chunk('XMP ', text('http://ns.adobe.com/xap/1.0/ a private remark')),
  );
  return join(text('RIFF'), [body.length & 0xff, body.length >> 8, 0, 0], body);
}
