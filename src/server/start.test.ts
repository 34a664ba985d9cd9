import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer } from '#testing/testServer.ts';
import { parseConfig } from './config.ts';
import { ensureClient } from './ensureClient.ts';
import { hashInputs } from './hashInputs.ts';
import { main } from './main.ts';
import { StartError } from './startError.ts';
import { StorageOpenError } from '#server/storage/storageOpenError.ts';
import { silentLog } from '#server/transport/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kabar-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const options = { log: silentLog, client: { kind: 'none' } } as const;
const config = (env: Record<string, string> = {}) =>
  parseConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), ...env });

/** Runs a command of the server as a process of its own. */
async function runScript(
  script: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; err: string; out: string }> {
  const child = spawn(process.execPath, [`src/server/${script}`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, err, out };
}

describe('the start', () => {
  it('keeps its key and its data between two runs, with the key for the owner only', async () => {
    const first = await main(config(), options);
    await first.close();
    const keyPath = join(folder, 'data/token.key');
    const key = readFileSync(keyPath, 'utf8');
    expect(statSync(keyPath).mode & 0o777).toBe(0o600);
    const second = await main(config(), options);
    expect(second.storage.gen).toBe(first.storage.gen);
    await second.close();
    expect(readFileSync(keyPath, 'utf8')).toBe(key);
  });

  it('says that the port is taken, and leaves nothing open', async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done));
    const { port } = holder.address() as { port: number };
    await expect(main(config({ PORT: String(port) }), options)).rejects.toThrow(
      new RegExp(`Port ${port} .* taken .* PORT`),
    );
    await new Promise((done) => holder.close(done));
    // The same data folder and port can be used at once: the failed attempt holds neither.
    const running = await main(config({ PORT: String(port) }), options);
    await running.close();
  });

  it('listens on both loopback addresses and leaves out one that the machine lacks', async () => {
    const running = await main(config({ HOST: '127.0.0.1,::1,203.0.113.77' }), options);
    expect((await fetch(`http://127.0.0.1:${running.port}/api/health`)).status).toBe(200);
    const six = await fetch(`http://[::1]:${running.port}/api/health`).catch(() => undefined);
    if (six) expect(six.status).toBe(200);
    await running.close();
    await expect(main(config({ HOST: '203.0.113.77' }), options)).rejects.toThrow(/HOST/);
  });

  it('says that the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const result = await runScript('start.ts', [], { DATA_DIR: join(folder, 'file/data'), PORT: '0' });
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toMatch(/^Kabar cannot start\. The data folder .*file\/data cannot be written .* DATA_DIR\.\n$/);
  });

  it('says which variable is wrong', async () => {
    const result = await runScript('start.ts', [], { PORT: 'eighty' });
    expect(result).toEqual({ code: 1, out: '', err: 'Kabar cannot start. PORT: must be a number from 0 to 65535.\n' });
    expect((await runScript('start.ts', ['--nonsense'], {})).code).toBe(1);
  });

  it('refuses a key file that holds no key', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data/token.key'), 'short');
    await expect(main(config(), options)).rejects.toThrow(StartError);
  });

  it('refuses a database of a newer version with words', async () => {
    await (await main(config(), options)).close();
    const database = new DatabaseSync(join(folder, 'data/kabar.db'));
    const [row] = database.prepare("SELECT val FROM meta WHERE key = 'schema'").all();
    database.prepare("UPDATE meta SET val = ? WHERE key = 'schema'").run(String(Number(row?.['val']) + 1_000));
    database.close();
    await expect(main(config(), options)).rejects.toThrow(StorageOpenError);
    await expect(main(config(), options)).rejects.toThrow(/newer/);
  });
});

describe('the build of the client', () => {
  it('depends on names and contents of sources, and not on tests or previews', () => {
    mkdirSync(join(folder, 'src/client'), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('package-lock.json', '{}');
    write('src/client/main.tsx', '1');
    const first = hashInputs(folder);
    for (const name of [
      'src/client/a.test.ts',
      'src/client/A.stories.tsx',
      'src/client/a.contract.ts',
      'src/client/README.md',
    ]) {
      write(name, 'x');
      expect(hashInputs(folder)).toBe(first);
    }
    write('src/client/main.tsx', '2');
    const second = hashInputs(folder);
    expect(second).not.toBe(first);
    write('src/client/other.ts', '');
    expect(hashInputs(folder)).not.toBe(second);
    rmSync(join(folder, 'src/client/other.ts'));
    expect(hashInputs(folder)).toBe(second);
  });

  /** A stand-in for the bundler. */
  const bundler = (code: string) => {
    mkdirSync(join(folder, 'node_modules/vite/bin'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/vite/bin/vite.js'), code);
  };
  const builds =
    "const fs=require('fs');fs.mkdirSync('dist/client',{recursive:true});fs.appendFileSync('dist/client/index.html','x')";

  it('happens when something has changed, and only then', async () => {
    bundler(builds);
    writeFileSync(join(folder, 'index.html'), '1');
    const said: string[] = [];
    const ensure = () => ensureClient(folder, (line) => void said.push(line));
    const page = () => readFileSync(join(folder, 'dist/client/index.html'), 'utf8');
    expect(await ensure()).toBe(join(folder, 'dist/client'));
    await ensure();
    expect(page()).toBe('x');
    writeFileSync(join(folder, 'index.html'), '2');
    await ensure();
    expect(page()).toBe('xx');
    rmSync(join(folder, 'dist/client/index.html'));
    await ensure();
    expect(page()).toBe('x');
    expect(said.filter((line) => line.startsWith('Building'))).toHaveLength(3);
  });

  it('that fails stops the start and is tried again', async () => {
    bundler('process.exit(3)');
    await expect(ensureClient(folder, () => undefined)).rejects.toThrow(StartError);
    bundler(builds);
    await ensureClient(folder, () => undefined);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), 'new');
    await expect(ensureClient(folder, () => undefined)).rejects.toThrow(/npm ci/);
  });
});

describe('npm run admin', () => {
  it('makes an administrator of a person of the running server', async () => {
    const dataDir = join(folder, 'data');
    const running = await startTestServer({ env: { DATA_DIR: dataDir }, useFile: true });
    const ana = await running.person('ana');
    const admin = (...args: string[]) => runScript('admin.ts', args, { DATA_DIR: dataDir });
    expect(await admin('grant', '@Ana')).toMatchObject({ code: 0, out: '@ana is an administrator now.\n' });
    expect(await running.rpc(ana, 'account.get', {})).toMatchObject({ data: { account: { admin: true } } });
    expect(await admin('revoke', 'ana')).toMatchObject({ code: 0 });
    expect(await running.rpc(ana, 'account.get', {})).toMatchObject({ data: { account: { admin: false } } });
    expect(await admin('grant', 'nobody')).toMatchObject({ code: 1, err: 'Nobody here is called @nobody.\n' });
    expect((await admin()).code).toBe(1);
    await running.close();
  });
});
