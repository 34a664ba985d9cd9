import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServerProcess, type ServerPlace, type ServerProcess } from '../startServerProcess.ts';

/** The one server of a run, whichever process it is at the moment. */
export interface ServerKeeper {
  readonly place: ServerPlace;
  /** `kill -9` in the middle of a write, as far as it can be aimed at; `chance` says how long after the first bytes of one. */
  kill(chance: number): Promise<void>;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Asks it to stop; throws when it does not end well. */
  stop(): Promise<void>;
  /** Ends it however it stands; for the end of a run that has failed. */
  abandon(): Promise<void>;
}

/** No write within this time, ms, and the server is killed while it does nothing. */
const aimMs = 1_000;
/** A transaction with its sync takes a few milliseconds. */
const spreadMs = 6;

/** Starts the server. */
export async function serverKeeper(place: ServerPlace): Promise<ServerKeeper> {
  let server: ServerProcess | undefined = await startServerProcess(place);
  return {
    place,
    async kill(chance) {
      await nextWrite(join(place.dataDir, 'kabar.db-wal'));
      await pause(chance * spreadMs);
      await server?.kill();
      server = undefined;
    },
    async start() {
      server = await startServerProcess(place);
    },
    freeze: () => server?.freeze(),
    thaw: () => server?.thaw(),
    async stop() {
      const code = await server?.stop();
      server = undefined;
      if (code !== 0) throw new Error(`the server ended with ${code}`);
    },
    async abandon() {
      await server?.kill();
      server = undefined;
    },
  };
}

/** Resolves when the database's log grows, which is the first half of every commit. */
function nextWrite(path: string): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      watcher.close();
      resolve();
    };
    const watcher = watch(path, done);
    const timer = setTimeout(done, aimMs);
  });
}
