import { describe, expect, it } from 'vitest';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { packZip, type ZipEntry } from '#testing/gateway/packZip.ts';
import { unpackBundle } from './unpackBundle.ts';

const namesOf = async (entries: ZipEntry[]) => [...(await unpackBundle(packZip(entries))).keys()];

/** Code and reason of the refusal. */
async function refusal(zip: Uint8Array): Promise<string> {
  try {
    await unpackBundle(zip);
    return 'taken';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}
const refused = (...entries: ZipEntry[]) => refusal(packZip(entries));

describe('a bundle', () => {
  it('comes out as it went in, packed or not', async () => {
    const files = await unpackBundle(
      packZip([
        { name: 'index.html', content: '<p>Hello' },
        { name: 'assets/café.js', content: 'let x', isStored: true },
        { name: 'empty.txt', content: '' },
      ]),
    );
    const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
    expect(texts).toEqual([
      ['index.html', '<p>Hello'],
      ['assets/café.js', 'let x'],
      ['empty.txt', ''],
    ]);
  });

  it('loses one folder around everything, and only one', async () => {
    expect(await namesOf([{ name: 'app/' }, { name: 'app/index.html' }, { name: 'app/a/b.js' }])).toEqual([
      'index.html',
      'a/b.js',
    ]);
    expect(await namesOf([{ name: 'a/b/index.html' }])).toEqual(['b/index.html']);
    expect(await namesOf([{ name: 'a/index.html' }, { name: 'b.js' }])).toEqual(['a/index.html', 'b.js']);
  });

  it('leaves out folders and what a desktop adds', async () => {
    const entries = ['index.html', '__MACOSX/._index.html', '.DS_Store', 'img/', 'img/Thumbs.db'];
    expect(await namesOf(entries.map((name) => ({ name })))).toEqual(['index.html']);
  });
});

describe('a bundle is refused', () => {
  it('when it is no zip, or a torn one', async () => {
    expect(await refusal(Buffer.from('hello'))).toMatch(/^BAD: not a zip/);
    expect(await refusal(new Uint8Array())).toMatch(/^BAD: not a zip/);
    const whole = packZip([{ name: 'index.html', content: 'x'.repeat(500) }]);
    expect(await refusal(whole.subarray(0, -10))).toMatch(/^BAD/);
    for (let at = 0; at < whole.length; at += 3) {
      const torn = Buffer.from(whole);
      torn[at] = torn[at]! ^ 0x55;
      expect(await refusal(torn)).toMatch(/^(?:BAD|TOO_LARGE|taken)/);
    }
  });

  it('when it is empty', async () => {
    expect(await refused()).toBe('BAD: there is no file in it');
    expect(await refused({ name: 'folder/' })).toBe('BAD: there is no file in it');
  });

  it.each(['../x', 'a/../../x', '/etc/passwd', 'C:/x', '..\\x', 'a\\..\\..\\x', '\\\\host\\x'])(
    'when %s leads outside',
    async (name) => {
      expect(await refused({ name: 'index.html' }, { name })).toMatch(/^BAD/);
    },
  );

  it.each(['a//b', './x', 'a/./b', 'new\nline', 'nul\0', 'x'.repeat(201)])('when %j is no name', async (name) => {
    expect(await refused({ name: 'index.html' }, { name })).toMatch(/^BAD/);
  });

  it('when a link, a device or a pipe is in it', async () => {
    for (const mode of [0o120777, 0o020644, 0o010644, 0o060644, 0o140644])
      expect(await refused({ name: 'index.html' }, { name: 'x', content: '/etc/passwd', mode })).toBe(
        'BAD: x is a link',
      );
  });

  it('when a name is there twice, or also a folder', async () => {
    expect(await refused({ name: 'a' }, { name: 'b' }, { name: 'a' })).toBe('BAD: a is there twice');
    expect(await refused({ name: 'a' }, { name: 'a/b' }, { name: 'c' })).toBe('BAD: a is a file and a folder');
  });

  it('when an entry is locked or damaged', async () => {
    expect(await refused({ name: 'a', flags: 1 })).toBe('BAD: a is locked by a password');
    expect(await refused({ name: 'a', crc: 1 })).toBe('BAD: a is damaged');
  });

  it('when there is too much in it, whatever it says of its size', async () => {
    const zeros = Buffer.alloc(limits.bundleBytesMax + 1);
    expect(await refused({ name: 'bomb', content: zeros })).toBe('TOO_LARGE: unpacked');
    expect(await refused({ name: 'bomb', content: zeros, claims: 10 })).toMatch(/^(?:BAD|TOO_LARGE)/);
    const half = { content: zeros.subarray(0, limits.bundleBytesMax / 2 + 1) };
    expect(await refused({ name: 'a', ...half }, { name: 'b', ...half })).toBe('TOO_LARGE: unpacked');
    expect(await refusal(Buffer.alloc(limits.bundleZipMax + 1))).toBe('TOO_LARGE: the zip');
    const many = Array.from({ length: limits.bundleFilesMax + 1 }, (_, at) => ({ name: `${at}.txt` }));
    expect(await refused(...many)).toBe('TOO_LARGE: number of files');
    expect(await namesOf(many.slice(1))).toHaveLength(limits.bundleFilesMax);
  });
});
