import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { createAppFaces } from '#server/services/miniApps/appFaces.ts';
import { folderScripts } from '#server/services/miniApps/folderScripts.ts';
import { codeOf } from '#testing/accountWorld.ts';
import { appLanguages } from '#protocol/entities/appStates.ts';
import { appPolicy } from './appPolicies.ts';
import { contentTypeOf } from './contentTypeOf.ts';
import { isPublicAddress } from '#server/services/openInternet/isPublicAddress.ts';
import { noticeTexts } from './noticeTexts.ts';
import { readAppLabel } from './readAppLabel.ts';
import { readLanguage } from './readLanguage.ts';
import { isRewritten, rewriteScript } from './rewriteScript.ts';

describe('the label of a host', () => {
  const own = ['http://localhost:8787', 'http://chat.localhost:8787'];
  const local = (host: string | undefined) => readAppLabel(host, 'http://app.localhost:8787', own);
  it('is what stands before the place of the apps, whatever the port', () => {
    for (const host of ['cafe.localhost:8787', 'CAFE.localhost', 'cafe.localhost.:8787', 'cafe.localhost:1'])
      expect(local(host)).toBe('cafe');
    expect(local('cafe--1-00.localhost')).toBe('cafe--1-00');
    // Not an app that could exist, but certainly not the messenger.
    expect(local('a.b.localhost')).toBe('a.b');
  });
  it('is none for the messenger and for strangers', () => {
    for (const host of [
      'localhost:8787',
      'chat.localhost',
      '127.0.0.1:8787',
      '[::1]:8787',
      '.localhost',
      '',
      undefined,
    ])
      expect(local(host)).toBeUndefined();
    const far = (host: string) => readAppLabel(host, 'https://app.apps.example', ['https://chat.example']);
    expect(far('cafe.apps.example')).toBe('cafe');
    for (const host of ['apps.example', 'cafe.other.example', 'cafeapps.example', 'apps.example.evil.example'])
      expect(far(host)).toBeUndefined();
  });
});

describe('an address of the open internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2001:4860:4860::8888',
  ])('is %s', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.9.9.9',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...['192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1'],
    ...[
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
      'fc00::1',
      'fd12::1',
      'fe80::1',
    ],
    ...['fe80::1%eth0', 'fec0::1', 'ff02::1', '5f00::1', 'localhost', '', '8.8.8', '0x7f.1'],
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('the official script', () => {
  const address = 'https://telegram.org/js/telegram-web-app.js';
  /** Feeds a text in parts of a size and answers what comes out. */
  async function rewrite(text: string, size: number): Promise<string> {
    const rewriter = rewriteScript();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) rewriter.write(bytes.subarray(at, at + size));
    rewriter.end();
    const parts: Buffer[] = [];
    for await (const part of rewriter as AsyncIterable<Buffer>) parts.push(part);
    return Buffer.concat(parts).toString();
  }
  it('is ours in whatever pieces its address comes', async () => {
    const page = `<p>日本語 http h https://telegram.org/x</p><script src="${address}?56"></script>
      <script src='http://telegram.org/js/telegram-web-app.js'></script><script src=//telegram.org/js/telegram-web-app.js></script>
      {"a":"https:\\/\\/telegram.org\\/js\\/telegram-web-app.js?1"} ${address}`;
    const expected = `<p>日本語 http h https://telegram.org/x</p><script src="/__mini/telegram-web-app.js"></script>
      <script src='/__mini/telegram-web-app.js'></script><script src=/__mini/telegram-web-app.js></script>
      {"a":"\\/__mini\\/telegram-web-app.js"} /__mini/telegram-web-app.js`;
    for (let size = 1; size < 60; size += 1) expect([size, await rewrite(page, size)]).toEqual([size, expected]);
    expect(await rewrite(page, 10_000)).toBe(expected);
  });
  it('holds nothing back that cannot become one', async () => {
    const rewriter = rewriteScript();
    rewriter.write('<p>Hello, world');
    expect(String(rewriter.read())).toBe('<p>Hello, world');
    rewriter.write(' https://teleg');
    expect(String(rewriter.read())).toBe(' ');
    rewriter.write('raph.example');
    expect(String(rewriter.read())).toBe('https://telegraph.example');
  });
  it('leaves other addresses alone', async () => {
    for (const text of [
      'https://telegram.org.evil.example/js/telegram-web-app.js',
      'https://telegram.org/js/telegram-web-app.jsx'.slice(0, -4),
      'https://core.telegram.org/bots/webapps',
      'https://telegram.org/js/telegram-widget.js',
    ])
      expect(await rewrite(text, 7)).toBe(text);
  });
  it('is looked for in pages and scripts only', () => {
    for (const type of ['text/html', 'text/html; charset=utf-8', 'Text/JavaScript', 'application/x-javascript'])
      expect(isRewritten(type)).toBe(true);
    for (const type of ['text/plain', 'application/json', 'text/html5', 'image/png', undefined])
      expect(isRewritten(type)).toBe(false);
  });
});

describe('words and rules', () => {
  it('come in the language that is liked best', () => {
    expect(readLanguage('ja')).toBe('ja');
    expect(readLanguage('fr-FR, ko;q=0.4, id-ID;q=0.8')).toBe('id');
    expect(readLanguage('zh-Hant-TW,en;q=0.5')).toBe('zh-TW');
    for (const accepted of [undefined, '', '*', 'fr', 'ja;q=0', ';;,', 'x'.repeat(9_000)])
      expect(readLanguage(accepted)).toBe('en');
    for (const language of appLanguages)
      expect(Object.keys(noticeTexts[language])).toEqual(Object.keys(noticeTexts.en));
  });
  it('let a page send data only where its manifest says', () => {
    const policy = (connect: string[]) => appPolicy({ connect }, ['https://chat.example']);
    expect(policy([])).toContain("connect-src 'self';");
    expect(policy(['*.pay.example', 'api.example:8443'])).toContain(
      "connect-src 'self' https://*.pay.example wss://*.pay.example https://api.example:8443 wss://api.example:8443;",
    );
    expect(policy(['*'])).toContain("connect-src 'self' https: wss:;");
    expect(policy([])).toContain("frame-ancestors 'self' https://chat.example;");
    expect(policy([])).toContain("frame-src 'self' blob:;");
  });
  it('know a file by its ending', () => {
    expect(contentTypeOf('a/INDEX.HTML')).toBe('text/html; charset=utf-8');
    expect(contentTypeOf('a.b/c')).toBe('application/octet-stream');
    expect(contentTypeOf('x.exe')).toBe('application/octet-stream');
  });
});

describe('scripts in a folder', () => {
  it('are read again after they changed, and may be missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kabar-scripts-'));
    const scripts = folderScripts(folder);
    expect(await scripts.get('sdk')).toBeUndefined();
    const path = join(folder, 'sdk.js');
    await writeFile(path, 'one');
    await utimes(path, 1, 1);
    expect(String(Buffer.from((await scripts.get('sdk'))!))).toBe('one');
    await writeFile(path, 'two');
    await utimes(path, 2, 2);
    expect(String(Buffer.from((await scripts.get('sdk'))!))).toBe('two');
    expect(await scripts.get('sdk')).toBe(await scripts.get('sdk'));
    expect(String(await readFile(path))).toBe('two');
    await rm(folder, { recursive: true });
    expect(await scripts.get('sdk')).toBeUndefined();
  });
});

describe('the address of a face', () => {
  const dayMs = 24 * 3_600_000;
  it('is good for a day or two, at one app, for one picture', async () => {
    let now = 20_000 * dayMs + dayMs / 2;
    const faces = createAppFaces(
      new Uint8Array(64),
      (label) => `http://${label}.localhost`,
      () => now,
    );
    const url = new URL(faces.faceUrl('cafe', 'AAAAAAAAAAAAAAAAAAAAAA' as MediaId));
    expect(url.origin + url.pathname).toBe('http://cafe.localhost/__mini/face/AAAAAAAAAAAAAAAAAAAAAA');
    const [day, seal] = [url.searchParams.get('e') ?? '', url.searchParams.get('k') ?? ''];
    const check = (label: string, id: string) =>
      codeOf(new Promise((done) => done(faces.checkFace(label, id, day, seal))));
    expect(faces.checkFace('cafe', 'AAAAAAAAAAAAAAAAAAAAAA', day, seal) - now).toBe(1.5 * dayMs);
    expect(await check('deals', 'AAAAAAAAAAAAAAAAAAAAAA')).toBe('FORBIDDEN');
    expect(await check('cafe', 'BAAAAAAAAAAAAAAAAAAAAA')).toBe('FORBIDDEN');
    now += 1.5 * dayMs;
    expect(await check('cafe', 'AAAAAAAAAAAAAAAAAAAAAA')).toBe('GONE');
  });
});
