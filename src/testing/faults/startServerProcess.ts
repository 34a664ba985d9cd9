import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { cheapLimits } from '#testing/testServer.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The real server as a process of its own, started the way `npm start` starts it. */
export interface ServerProcess {
  /** Ends it without a chance to clean up; resolves when it is gone. */
  kill(): Promise<void>;
  /** Stops it in mid-air, as a machine does that swaps, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Asks it to stop, as Ctrl+C does, and answers its exit code. */
  stop(): Promise<number | null>;
}

/** Where the server listens and keeps its data; `logPath`: what it says on stderr is added to this file. `isBare`: it has no pages, and does not wait until they are built. */
export interface ServerPlace {
  port: number;
  dataDir: string;
  logPath?: string;
  isBare?: boolean;
}

/** Starts the server on a file database and resolves when it has printed its address. Rejects with its complaint when it ends before that. */
export async function startServerProcess(options: ServerPlace): Promise<ServerProcess> {
  const requireNode = join(root, 'src/server/requireNode.mjs');
  const entry = options.isBare ? 'src/testing/faults/serveBare.ts' : 'src/server/start.ts';
  const child = spawn(process.execPath, ['--import', requireNode, entry], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What the test runner says about itself is not for the server.
      NODE_ENV: '',
      VITEST: '',
      NODE_OPTIONS: '',
      PORT: String(options.port),
      DATA_DIR: options.dataDir,
      LIMITS: JSON.stringify(cheapLimits),
    },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  await whenReady(child, ended);
  if (options.logPath !== undefined) {
    const log = createWriteStream(options.logPath, { flags: 'a' });
    child.stderr.pipe(log);
  }
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function whenReady(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  let out = '';
  let complaint = '';
  const ready = new Promise<'ready'>((done) => {
    child.stdout?.on('data', (text) => {
      out += String(text);
      if (out.includes('Kabar runs at')) done('ready');
    });
  });
  child.stderr?.on('data', (text) => (complaint = `${complaint}${String(text)}`.slice(-4_000)));
  const first = await Promise.race([ready, ended]);
  if (first !== 'ready') throw new Error(`the server ended with ${first}: ${complaint}`);
}
