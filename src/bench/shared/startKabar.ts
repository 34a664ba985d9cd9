import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { findFreePort } from '#testing/findFreePort.ts';
import type { BenchScope } from './runBench.ts';

/** A running server process. */
export interface KabarProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../..');

/**
 * Starts what `npm start` starts, on this data folder, without rate limits, and resolves when it serves. Builds the client first if its sources have changed;
 * with `clientFolder` it serves those files instead. `nodeFlags` go to the process, e.g. for a profile. `origin`: where browsers reach it, if not at its own port. `cardHosts`: `host:port` of this machine whose pages may have link cards. Throws when it ends instead.
 */
export async function startKabar(
  scope: BenchScope,
  dataDir: string,
  options: { clientFolder?: string; nodeFlags?: readonly string[]; origin?: string; cardHosts?: string } = {},
): Promise<KabarProcess> {
  const port = await findFreePort();
  const entry = options.clientFolder === undefined ? 'src/server/start.ts' : 'src/bench/shared/serveFolder.ts';
  const env = {
    ...process.env,
    NODE_ENV: '',
    PORT: String(port),
    DATA_DIR: dataDir,
    ORIGINS: options.origin ?? `http://localhost:${port}`,
    CLIENT_FOLDER: options.clientFolder ?? '',
    LINK_CARD_ALLOW: options.cardHosts ?? '',
    LIMITS: JSON.stringify({ off: true, password: { memoryKiB: 8, passes: 1 } }),
  };
  const child = spawn(process.execPath, [...(options.nodeFlags ?? []), entry], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  scope.defer(stop);
  const serving = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output = (output + text.toString()).slice(-5_000);
        if (output.includes('Kabar runs at')) done();
      });
  });
  const code = await Promise.race([serving, ended]);
  if (code !== undefined) throw new Error(`the server ended with ${code}:\n${output}`);
  return { url: `http://localhost:${port}`, port, pid: child.pid ?? 0, stop };
}
