import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { demoScenes } from './demoScenes.ts';

/** A film of the demo: its bytes, box in px, length in ms, and a blurred picture of it (thumbhash, base64), as a sender's browser makes one. */
export interface DrawnFilm {
  readonly bytes: Buffer;
  readonly blur: string;
  readonly width: number;
  readonly height: number;
  readonly ms: number;
}

const [width, height] = [480, 360];
const framesPerSecond = 10;
const frames = 40;

/**
 * A boat that rocks at sea, as WebM. No encoder of films is needed: a lossy WebP picture is a key frame of VP8, and a film may consist of key frames only.
 */
export async function drawFilm(): Promise<DrawnFilm> {
  const pictures: Buffer[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const svg = Buffer.from(frameSvg((frame / frames) * 2 * Math.PI));
    // oxlint-disable-next-line no-await-in-loop -- few at a time: the server starts beside it
    pictures.push(keyFrameOf(await sharp(svg).webp({ quality: 60, effort: 1 }).toBuffer()));
  }
  return {
    bytes: toWebm(pictures),
    blur: await blurOf(frameSvg(0)),
    width,
    height,
    ms: (frames * 1_000) / framesPerSecond,
  };
}

async function blurOf(svg: string): Promise<string> {
  const small = sharp(Buffer.from(svg)).resize(96, 72).ensureAlpha().raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/** One turn of `phase` is a whole wave, so the film can be repeated. */
function frameSvg(phase: number): string {
  const [before, boat = '', after = ''] = demoScenes.sea.split(/(<path d="M44 52[\s\S]*?h10z"[^>]*>)/);
  const tilt = `rotate(${(Math.sin(phase) * 4).toFixed(2)} 60 58) translate(0 ${(Math.cos(phase) * 1.4).toFixed(2)})`;
  const drift = `translate(${(Math.sin(phase) * 5).toFixed(2)} 0)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 120 90">${before}<g transform="${tilt}">${boat}</g><g transform="${drift}">${after}</g></svg>`;
}

/** The frame inside a WebP file: its chunk `VP8 `. */
function keyFrameOf(webp: Buffer): Buffer {
  for (let at = 12; at + 8 <= webp.length;) {
    const size = webp.readUInt32LE(at + 4);
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return webp.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error('a lossy picture has a key frame');
}

/** An element of Matroska: id, length in one byte or in eight, content. */
function element(id: number, ...content: readonly Buffer[]): Buffer {
  const hex = id.toString(16);
  const body = Buffer.concat(content);
  const size = Buffer.alloc(body.length < 127 ? 1 : 8);
  if (size.length === 1) size.writeUInt8(0x80 | body.length);
  else size.writeBigUInt64BE((1n << 56n) | BigInt(body.length));
  return Buffer.concat([Buffer.from(hex, 'hex'), size, body]);
}

const whole = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const words = (value: string): Buffer => Buffer.from(value, 'latin1');

/** Frames one after the other in one cluster; times in ms. */
function toWebm(pictures: readonly Buffer[]): Buffer {
  const stepMs = 1_000 / framesPerSecond;
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(pictures.length * stepMs);
  const head = element(
    0x1a45dfa3,
    element(0x4286, whole(1)),
    element(0x42f7, whole(1)),
    element(0x42f2, whole(4)),
    element(0x42f3, whole(8)),
    element(0x4282, words('webm')),
    element(0x4287, whole(2)),
    element(0x4285, whole(2)),
  );
  const info = element(
    0x1549a966,
    element(0x2ad7b1, whole(1_000_000)),
    element(0x4489, duration),
    element(0x4d80, words('kabar')),
    element(0x5741, words('kabar')),
  );
  const video = element(0xe0, element(0xb0, whole(width)), element(0xba, whole(height)));
  const track = element(
    0xae,
    element(0xd7, whole(1)),
    element(0x73c5, whole(1)),
    element(0x83, whole(1)),
    element(0x86, words('V_VP8')),
    video,
  );
  const blocks = pictures.map((picture, index) => {
    const place = Buffer.from([0x81, 0, 0, 0x80]);
    place.writeInt16BE(index * stepMs, 1);
    return element(0xa3, place, picture);
  });
  const cluster = element(0x1f43b675, element(0xe7, whole(0)), ...blocks);
  return Buffer.concat([head, element(0x18538067, info, element(0x1654ae6b, track), cluster)]);
}
