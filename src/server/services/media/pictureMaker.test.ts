import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '#testing/accountWorld.ts';
import { bombPicture, phonePhoto, plainPicture } from '#testing/samplePictures.ts';
import { createPictureMaker, type PictureMaker, type PictureMakerOptions } from './pictureMaker.ts';

const makers: PictureMaker[] = [];
function start(options: Partial<PictureMakerOptions> = {}): PictureMaker {
  const maker = createPictureMaker({ processes: 1, ...options });
  makers.push(maker);
  return maker;
}
afterEach(() => {
  for (const maker of makers.splice(0)) maker.stop();
});

/** Colour of a pixel, by its place in the square (0–1). */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [r = 0, , b = 0] = data.subarray(at, at + 3);
  if (r > 200 && b < 60) return 'red';
  return b > 200 && r < 60 ? 'blue' : 'other';
}

describe('a picture that is made', () => {
  it('is a square WebP in both sizes', async () => {
    const files = await start().make('png', await plainPicture(90, 30));
    expect(files.map(({ size }) => size)).toEqual([512, 128]);
    for (const { size, bytes } of files)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: size, height: size });
  });

  it('stands upright and has forgotten place and camera', async () => {
    const source = await phonePhoto();
    expect(source.includes('SecretCamera')).toBe(true);
    for (const { bytes } of await start().make('jpeg', source)) {
      const metadata = await sharp(bytes).metadata();
      expect(metadata).not.toHaveProperty('exif');
      expect(metadata).not.toHaveProperty('xmp');
      expect(metadata.orientation).toBeUndefined();
      expect(Buffer.from(bytes).includes('SecretCamera')).toBe(false);
      // Left and right of the file are above and below for a person.
      expect([await colourAt(bytes, 0.5, 0.1), await colourAt(bytes, 0.5, 0.9)]).toEqual(['red', 'blue']);
    }
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('can come from a %s', async (kind) => {
    const source = await sharp(await plainPicture())
      .toFormat(kind)
      .toBuffer();
    expect(await start().make(kind, source)).toHaveLength(2);
  });

  it('is the first frame of one that moves', async () => {
    const frame = (background: string) => ({ create: { width: 20, height: 20, channels: 3 as const, background } });
    const frames = await Promise.all(['#f00', '#00f'].map((colour) => sharp(frame(colour)).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: 100 })
      .toBuffer();
    expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
    const [file] = await start().make('gif', moving);
    expect(await colourAt(file!.bytes, 0.5, 0.5)).toBe('red');
  });

  it('keeps what is transparent', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const source = await sharp({ create: { width: 9, height: 9, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const [file] = await start().make('png', source);
    expect((await sharp(file!.bytes).metadata()).hasAlpha).toBe(true);
  });
});

describe('a file that is no good', () => {
  it('with more pixels than allowed is refused before it is read', async () => {
    const maker = start();
    for (const source of [await bombPicture(60_000, 60_000), await bombPicture(7_072, 7_072)])
      expect(await codeOf(maker.make('png', source))).toBe('TOO_LARGE');
    // The next one finds everything as it was.
    expect(await maker.make('png', await plainPicture())).toHaveLength(2);
  });

  it('that is another kind than it began to be is refused', async () => {
    expect(await codeOf(start().make('jpeg', await plainPicture()))).toBe('NOT_A_PICTURE');
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const kind of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const)
      expect(await codeOf(start().make(kind, drawing))).toBe('NOT_A_PICTURE');
  });

  it('that is cut off or damaged is refused', async () => {
    const maker = start();
    const whole = await phonePhoto();
    expect(await codeOf(maker.make('jpeg', whole.subarray(0, whole.length / 2)))).toBe('NOT_A_PICTURE');
    const png = Buffer.from(await plainPicture(300, 300));
    png.fill(0xaa, 60, png.length - 12);
    expect(await codeOf(maker.make('png', png))).toBe('NOT_A_PICTURE');
    expect(await codeOf(maker.make('gif', Buffer.from('GIF89a')))).toBe('NOT_A_PICTURE');
    expect(await codeOf(maker.make('png', await bombPicture(0, 5)))).toBe('NOT_A_PICTURE');
  });
});

/** Stands in for the decoder: what it does is what the first byte says. */
const program = `
const [crash, hang, leave] = [1, 2, 3];
process.send({ ready: true });
process.on('message', ({ bytes }) => {
  if (bytes[0] === crash) process.abort();
  if (bytes[0] === hang) for (;;);
  if (bytes[0] === leave) process.exit(0);
  process.send({ ok: true, files: [{ size: 128, bytes: Buffer.from(JSON.stringify({ pid: process.pid, env: process.env })) }] });
});
`;

describe('the processes', () => {
  let folder: string;
  let url: URL;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kabar-decoder-'));
    const path = join(folder, 'decoder.mjs');
    writeFileSync(path, program);
    url = pathToFileURL(path);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const work = async (maker: PictureMaker): Promise<{ pid: number; env: object }> => {
    const [file] = await maker.make('png', new Uint8Array([0]));
    return JSON.parse(Buffer.from(file!.bytes).toString()) as { pid: number; env: object };
  };

  it('that crash or leave are replaced, and only the job under way is lost', async () => {
    const maker = start({ program: url });
    const before = await work(maker);
    for (const way of [1, 3]) {
      const lost = maker.make('png', new Uint8Array([way]));
      const next = work(maker);
      expect(await codeOf(lost)).toBe('NOT_A_PICTURE');
      expect((await next).pid).not.toBe(before.pid);
    }
  });

  it('that hang are killed after the time of a job', async () => {
    const maker = start({ program: url, jobMs: 300 });
    const lost = maker.make('png', new Uint8Array([2]));
    const next = work(maker);
    expect(await codeOf(lost)).toBe('TOO_LARGE');
    expect((await next).pid).toBeGreaterThan(0);
  });

  it('do many jobs one after the other, and two at a time when there are two', async () => {
    const one = start({ program: url });
    const pids = await Promise.all([work(one), work(one), work(one)]);
    expect(new Set(pids.map(({ pid }) => pid)).size).toBe(1);
    const two = start({ program: url, processes: 2 });
    const more = await Promise.all([work(two), work(two), work(two), work(two)]);
    expect(new Set(more.map(({ pid }) => pid)).size).toBe(2);
  });

  it('know nothing of the environment', async () => {
    process.env['KABAR_TEST_SECRET'] = 'secret';
    try {
      expect(JSON.stringify((await work(start({ program: url }))).env)).not.toContain('secret');
    } finally {
      delete process.env['KABAR_TEST_SECRET'];
    }
  });

  it('end when there was nothing to do for a while', async () => {
    const maker = start({ program: url, idleMs: 50 });
    const { pid } = await work(maker);
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect((await work(maker)).pid).not.toBe(pid);
  });

  it('that cannot be started are a fault of this side, and nobody waits for them', async () => {
    const maker = start({ program: pathToFileURL(join(folder, 'nowhere.mjs')) });
    await expect(maker.make('png', new Uint8Array([0]))).rejects.toThrow('does not start');
  });

  it('let only so many wait, and answer everybody when they are stopped', async () => {
    const maker = start({ program: url, waitingMax: 1 });
    const running = codeOf(maker.make('png', new Uint8Array([2])));
    const waiting = codeOf(maker.make('png', new Uint8Array([2])));
    expect(await codeOf(maker.make('png', new Uint8Array([0])))).toBe('BUSY');
    maker.stop();
    expect([await running, await waiting]).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
    expect(await codeOf(maker.make('png', new Uint8Array([0])))).toBe('UNAVAILABLE');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process: that is the answer.
    return false;
  }
}
