import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from './decodePage.ts';
import { isPage } from './isPage.ts';
import { readPageHead } from './readPageHead.ts';

const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

describe('the head of a page', () => {
  it('says its title, a text and a picture; what it says for cards comes first', async () => {
    const plain =
      '<!doctype html><html><head><title> Fish &amp;\n chips </title><meta name="Description" content="Plain">';
    expect(await readPageHead(plain)).toEqual({ title: 'Fish & chips', text: 'Plain', picture: undefined });
    const cards = `${plain}${meta('og:title', 'Card')}${meta('twitter:title', 'Bird')}${meta('og:description', 'About')}${meta('og:image', '/a.png')}`;
    expect(await readPageHead(cards)).toEqual({ title: 'Card', text: 'About', picture: '/a.png' });
    expect(await readPageHead(`<head>${meta('og:title', ' ')}${meta('twitter:title', 'Bird')}`)).toMatchObject({
      title: 'Bird',
    });
  });

  it('has no title where there are no words', async () => {
    for (const html of [
      '',
      '<html><head>',
      '<title></title>',
      '<title>\u202e\u200b</title>',
      '<p>words</p>',
      '{"a":1}',
    ])
      expect(await readPageHead(html)).toBeUndefined();
  });

  it('ends where the page begins, so that what people write into pages says nothing', async () => {
    expect(await readPageHead(`<head><title>Mine</title></head><body>${meta('og:title', 'Theirs')}`)).toMatchObject({
      title: 'Mine',
    });
    expect(await readPageHead(`<title>Mine</title><div>${meta('og:title', 'Theirs')}`)).toMatchObject({
      title: 'Mine',
    });
    expect(
      await readPageHead(
        `<script>"${meta('og:title', 'Script')}"</script><!-- ${meta('og:title', 'Note')} --><title>Mine</title>`,
      ),
    ).toMatchObject({
      title: 'Mine',
    });
  });

  it('gives words that stay in their line', async () => {
    const page = await readPageHead(
      `<title>a\u202eb\u2066c\u0000d\u200b\u200be${'\u0301'.repeat(100)} ${'long '.repeat(100_000)}</title>`,
    );
    expect(page?.title).toMatch(/^abcdé\u0301{0,4} long long/u);
    const marked = await readPageHead(`<title>e${'\u0301'.repeat(10_000)}</title>`);
    expect(marked?.title.length).toBeLessThan(8);
    expect(page?.title.length).toBeLessThanOrEqual(120);
    expect(page?.title.endsWith('…')).toBe(true);
    const faces = await readPageHead(`<title>${'👨‍👩‍👧'.repeat(100)}</title>`);
    expect(faces?.title.replaceAll('👨‍👩‍👧', '')).toBe('…');
  });

  it('is read in no more time than it is long', async () => {
    const hostile = [
      '<template>'.repeat(100_000),
      `${'<noscript>'.repeat(31)}${'</style>'.repeat(125_000)}`,
      `<meta content="${'x'.repeat(1_000_000)}`,
      `<meta ${'a=b '.repeat(250_000)}>`,
      `<title>${'&amp;'.repeat(200_000)}`,
      `${'<!---->'.repeat(140_000)}<title>x</title>`,
      '<'.repeat(1_000_000),
    ];
    for (const html of hostile) {
      const begin = performance.now();
      await readPageHead(html);
      isPage(html);
      decodePage(Buffer.from(html), 'text/html');
      expect(performance.now() - begin).toBeLessThan(3_000);
    }
  }, 30_000);

  it('whatever it is, breaks nothing', async () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '<title>',
      '</title>',
      '<meta ',
      'property="og:title" ',
      'content="',
      '"',
      '&#x202e;',
      '&#0;',
      '</',
      '<!--',
      '--',
      '<![CDATA[',
    );
    const text = fc.array(fc.oneof(bits, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (html) => {
        const page = await readPageHead(html);
        for (const words of [page?.title ?? 'x', page?.text ?? 'x']) {
          expect(words.length).toBeLessThanOrEqual(200);
          expect(words).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|^\s|\s$/u);
        }
      }),
    );
  });
});

describe('the letters of a page', () => {
  it('are read as header, mark or page say', () => {
    // 日本, 한국, 中文
    const [sjis, euckr, big5] = [
      [0x93, 0xfa, 0x96, 0x7b],
      [0xc7, 0xd1, 0xb1, 0xb9],
      [0xa4, 0xa4, 0xa4, 0xe5],
    ];
    expect(decodePage(bytesOf(sjis), 'text/html; charset=Shift_JIS')).toBe('日本');
    expect(decodePage(bytesOf(euckr), 'text/html;charset="euc-kr"')).toBe('한국');
    expect(decodePage(bytesOf('<meta charset=big5>', big5), 'text/html')).toContain('中文');
    expect(
      decodePage(bytesOf('<meta http-equiv="content-type" content="text/html; charset=x-sjis">', sjis), ''),
    ).toContain('日本');
    expect(decodePage(bytesOf([0xef, 0xbb, 0xbf], [0xc3, 0xa9]), 'text/html; charset=latin1')).toBe('é');
    expect(decodePage(bytesOf([0xc3, 0xa9]), 'text/html')).toBe('é');
  });

  it('that are not what they say are still letters', () => {
    for (const type of ['text/html; charset=nothing-real', 'text/html; charset=', 'text/html; charset=utf-8'])
      expect(decodePage(bytesOf('a', [0xff, 0xfe, 0x80]), type)).toMatch(/^a\ufffd+$/);
    expect(decodePage(bytesOf('<meta charset="utf-16">a'), '')).toContain('a');
  });
});

describe('a page', () => {
  it('is what begins like one', () => {
    for (const text of [
      '<!DOCTYPE html><p>',
      ' \n<html lang=en>',
      '<!-- a --> <!-- b --><head>',
      '<?xml version="1.0"?><!doctype html>',
      '<title>x',
    ])
      expect(isPage(text)).toBe(true);
    for (const text of [
      '',
      '{"a":"<html>"}',
      '%PDF-1.7',
      'GIF89a<html>',
      '<svg xmlns="x"><title>',
      '<!-- ',
      '<rss>',
      'title <title>x',
    ])
      expect(isPage(text)).toBe(false);
  });
});
