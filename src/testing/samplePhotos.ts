import sharp from 'sharp';

/** A picture that moves: so many frames of these sides, px, each of another colour. */
export async function movingPicture(kind: 'gif' | 'webp', frames: number, width = 40, height = 30): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3 * frames);
  for (let frame = 0; frame < frames; frame += 1)
    raw.fill((frame * 37) % 251, frame * width * height * 3, (frame + 1) * width * height * 3);
  return sharp(raw, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .toFormat(kind, { effort: 1 })
    .toBuffer();
}

/** A GIF of a few bytes a frame that claims a canvas of so many pixels; decoders believe claims up to 2,048. */
export function bombGif(frames: number, side: number): Buffer {
  const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
  const head = Buffer.concat([
    Buffer.from('GIF89a'),
    u16(side),
    u16(side),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ]);
  const frame = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
    u16(1),
    u16(1),
    Buffer.from([0, 2, 2, 0x44, 1, 0]),
  ]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** Beginnings of films and sound, as far as they say what they are. */
export const sampleStarts = {
  mp4: Buffer.concat([box('ftyp', Buffer.from('isom\0\0\u0002\0isomiso2mp41')), box('mdat', Buffer.alloc(500))]),
  quicktime: Buffer.concat([box('ftyp', Buffer.from('qt  \0\0\0\0qt  ')), box('mdat', Buffer.alloc(500))]),
  heic: Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), box('mdat', Buffer.alloc(500))]),
  m4a: Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0isomM4A ')), box('mdat', Buffer.alloc(500))]),
  webm: Buffer.concat([
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
    Buffer.alloc(500),
  ]),
  matroska: Buffer.concat([
    Buffer.from('1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61', 'hex'),
    Buffer.alloc(500),
  ]),
  ogg: Buffer.concat([Buffer.from('OggS\0\u0002'), Buffer.alloc(500)]),
  wav: Buffer.concat([Buffer.from('RIFF\u0010\0\0\0WAVEfmt '), Buffer.alloc(500)]),
  mp3: Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(500)]),
  id3: Buffer.concat([Buffer.from('ID3\u0004\0\0'), Buffer.alloc(500)]),
  pdf: Buffer.from('%PDF-1.7\n%…'),
  zip: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500)]),
  html: Buffer.from('<!doctype html><script>alert(document.domain)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  xml: Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'),
  elf: Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(500)]),
  text: Buffer.from('just words'),
} as const;
