import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { buildMiniScripts } from './buildMiniScripts.ts';
import { writeMiniApp } from './writeMiniApp.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kabar-app-'));
afterAll(() => rmSync(folder, { recursive: true }));
const quiet = () => undefined;

describe('the scripts of mini-apps', () => {
  it('stay small', { timeout: 60_000 }, async () => {
    const files = await buildMiniScripts(root);
    const size = (name: string) => gzipSync(files[name] ?? '', { level: 9 }).length;
    // It stands in the page itself, once per opening.
    expect(Buffer.byteLength(files['relay.js'] ?? '')).toBeLessThan(2_560);
    expect(size('sdk.js')).toBeLessThan(6_000);
    expect(size('telegram-web-app.js')).toBeLessThan(20_000);
    // Whatever checks shapes belongs to the host; here it would only be weight.
    for (const text of Object.values(files)) expect(text).not.toMatch(/zod|from *["']/);
    expect(files['sdk.js']).toMatch(/export *\{ *\w+ as connect/);
    expect(files['relay.js']).not.toMatch(/\bexport\b/);
    expect(files['sdk.d.ts']).toMatch(/export declare const connect: Connect/);
  });
});

describe('a new mini-app', () => {
  it('is whole, has its name, and verifies who opened it', { timeout: 60_000 }, async () => {
    const target = join(folder, 'cafe');
    await writeMiniApp(root, target, quiet);
    const read = (path: string) => readFileSync(join(target, path), 'utf8');
    expect(read('public/index.html')).toContain('<title>cafe</title>');
    expect(JSON.parse(read('package.json'))).toMatchObject({ name: 'cafe' });
    for (const file of ['sdk.js', 'sdk.d.ts', 'mock.js'])
      expect(read(`public/kabar/${file}`).length).toBeGreaterThan(500);
    const { verifyLaunch } = (await import(join(target, 'verifyLaunch.mjs'))) as {
      verifyLaunch(data: string, token: string, now?: number): Record<string, string> | undefined;
    };
    const fields = { auth_date: '1000', user: '{"id":7}' };
    const key = createHmac('sha256', 'WebAppData').update('1:secret').digest();
    const hash = createHmac('sha256', key).update('auth_date=1000\nuser={"id":7}').digest('hex');
    const data = new URLSearchParams({ ...fields, hash }).toString();
    expect(verifyLaunch(data, '1:secret', 1_010)).toEqual(fields);
    expect(verifyLaunch(data, '1:other', 1_010)).toBeUndefined();
    expect(verifyLaunch(data.replace('7', '8'), '1:secret', 1_010)).toBeUndefined();
    expect(verifyLaunch(data, '1:secret', 1_000 + 90_000)).toBeUndefined();
    expect(verifyLaunch('', '1:secret')).toBeUndefined();
  });

  it.each(['Cafe', 'a', '1cafe', 'my app'])('is not called %s', async (name) => {
    await expect(writeMiniApp(root, join(folder, name), quiet)).rejects.toThrow('cannot be the name');
  });

  it('does not go into a folder that exists', async () => {
    await writeMiniApp(root, join(folder, 'shop'), quiet);
    await expect(writeMiniApp(root, join(folder, 'shop'), quiet)).rejects.toThrow('exists already');
  });
});
