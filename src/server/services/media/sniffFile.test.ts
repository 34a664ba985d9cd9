import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleStarts } from '#testing/samplePhotos.ts';
import { plainPicture } from '#testing/samplePictures.ts';
import { sniffFile } from './sniffFile.ts';

describe('what a file is', () => {
  it.each([
    ['mp4', ['v', 'a'], 'video/mp4'],
    ['quicktime', ['v'], 'video/quicktime'],
    ['m4a', ['a'], 'audio/mp4'],
    ['webm', ['v', 'a'], 'video/webm'],
    ['ogg', ['a'], 'audio/ogg'],
    ['wav', ['a'], 'audio/wav'],
    ['mp3', ['a'], 'audio/mpeg'],
    ['id3', ['a'], 'audio/mpeg'],
    ['pdf', [], 'application/pdf'],
    ['zip', [], 'application/zip'],
    ['heic', [], 'application/octet-stream'],
    ['matroska', [], 'application/octet-stream'],
    ['html', [], 'application/octet-stream'],
    ['svg', [], 'application/octet-stream'],
    ['xml', [], 'application/octet-stream'],
    ['elf', [], 'application/octet-stream'],
    ['text', [], 'application/octet-stream'],
  ] as const)('of %s may be sent as %j', (name, as, type) =>
    expect(sniffFile(sampleStarts[name])).toMatchObject({ as, type }),
  );

  it('a picture is by its own first bytes', async () => {
    expect(sniffFile(await plainPicture())).toEqual({ as: ['i'], type: 'image/png', picture: 'png' });
  });

  it('is known of any bytes, also of none, and is never a type that runs', () => {
    const types =
      /^(?:image\/(?:jpeg|png|gif|webp|avif)|video\/(?:mp4|webm|quicktime)|audio\/(?:mp4|webm|ogg|wav|mpeg)|application\/(?:pdf|zip|octet-stream))$/;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(sniffFile(bytes).type).toMatch(types);
      }),
    );
    for (const start of Object.values(sampleStarts))
      for (let length = 0; length < 40; length += 1) expect(sniffFile(start.subarray(0, length)).type).toMatch(types);
  });
});
