import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from '#testing/findFreePort.ts';
import { findPostgres } from './findPostgres.ts';
import { unprivilegedUser, type ProcessUser } from './unprivilegedUser.ts';

/** A running PostgreSQL that belongs to the caller alone. */
export interface TestPostgres {
  /** Connection string of an empty database. */
  url: string;
  /** Shuts the server down and removes its folder. */
  stop(): Promise<void>;
}

const startLimitMs = 30_000;

// The shell outlives a test process that is killed: its stdin closes then, and it stops the server and
// removes the folder in any case. $1 is the folder, the rest is the command.
const guardian = `
folder=$1; shift
"$@" & server=$!
(cat >/dev/null; kill -INT $server 2>/dev/null) <&3 &
wait $server
rm -rf "$folder"
`;

/**
 * Makes a cluster in a temporary folder on a spare port of 127.0.0.1 and starts it. It does not flush: tests kill
 * its clients, never the machine. Rejects with the server's own words when it does not start.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const binFolder = findPostgres();
  if (!binFolder) throw new Error('PostgreSQL is not installed: no initdb in /usr/lib/postgresql or on PATH');
  const user = unprivilegedUser();
  const folder = makeFolder(user);
  const dataFolder = join(folder, 'data');
  const init = ['-D', dataFolder, '-U', 'kabar', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(binFolder, 'initdb'), init, { ...user, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  }
  const port = await findFreePort();
  const server = [join(binFolder, 'postgres'), '-D', dataFolder, '-h', '127.0.0.1', '-p', String(port), '-k', folder];
  const child = spawn('sh', ['-c', guardian, 'sh', folder, ...server, '-c', 'fsync=off'], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const log = collectLog(child);
  const url = `postgres://kabar@127.0.0.1:${port}/postgres`;
  const stop = () => stopServer(child, folder);
  try {
    await waitUntilReady(url, child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function makeFolder(user: ProcessUser | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'kabar-postgres-'));
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

function collectLog(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000);
  });
  return () => text;
}

async function waitUntilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = performance.now() + startLimitMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // Refused connections are expected until the server listens; what matters is whether it still lives.
      if (child.exitCode !== null || performance.now() > deadline) {
        throw new Error(`PostgreSQL did not start: ${log()}`, { cause: error });
      }
      await sleep(50);
    }
  }
}

async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  const exited = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
  child.stdio[3]?.destroy();
  await exited;
  rmSync(folder, { recursive: true, force: true });
}
