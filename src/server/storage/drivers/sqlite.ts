import { invariant } from '#base/invariant.ts';
import type { OpenedStorage, StorageOptions } from '../openedStorage.ts';
import { units } from '../units.ts';
import { fromWorkerFailure } from './fromWorkerFailure.ts';
import { housekeeping } from './housekeeping.ts';
import { lane, type Lane } from './lane.ts';
import type { Outcome } from './sqliteSession.ts';
import type { WorkerCall, WorkerOutcome, WorkerReply } from './sqliteWorkerMessages.ts';
import { sqliteWorkerThread, type SqliteWorkerThread } from './sqliteWorkerThread.ts';

/** What a thread can be asked through its lane: a unit, or a statement between units. */
type Work = WorkerCall | { pragma: string };

/** Units of one group commit; beyond it a single fsync serves no better and callers wait longer. */
const maxWrites = 64;
/** Reads are answered together, so few: the first waits for the last. */
const maxReads = 8;

/**
 * SQLite in a file, for one server process. All writes go through one thread with group commit; reads go to another, which sees every
 * commit that was acknowledged (WAL). Rejects with StorageOpenError when the file cannot be used.
 */
export async function openSqlite(path: string, options: StorageOptions = {}): Promise<OpenedStorage> {
  const now = options.now ?? Date.now;
  const [writer, reader] = await startThreads(path);
  const writes = threadLane(writer, maxWrites, now);
  const reads = threadLane(reader, maxReads, now);
  return {
    dialect: 'sqlite',
    gen: writer.gen,
    run: (name, input) => (units[name].kind === 'write' ? writes : reads).push({ name, input }) as Promise<never>,
    async checkpoint() {
      // Copying pages is for the reading thread, so that no send waits for it; giving pages back is a write.
      await reads.push({ pragma: housekeeping.copyLog });
      await writes.push({ pragma: housekeeping.giveBackPages });
    },
    async close() {
      await Promise.all([reads.close(), writes.close()]);
      await reader.request({ kind: 'close' });
      // The last one to close copies the log into the file.
      await writer.request({ kind: 'close' });
    },
  };
}

/** Starts both at once: loading the code takes longer than opening the file. */
async function startThreads(path: string): Promise<[SqliteWorkerThread, SqliteWorkerThread]> {
  const reading = sqliteWorkerThread({ path, role: 'reader' });
  try {
    return [await sqliteWorkerThread({ path, role: 'writer' }), await reading];
  } catch (error) {
    await (await reading).request({ kind: 'close' });
    throw error;
  }
}

function threadLane(thread: SqliteWorkerThread, max: number, now: () => number): Lane<Work> {
  return lane<Work>({ max, soon: (work) => void setImmediate(work), run: (works) => runOn(thread, works, now()) });
}

async function runOn(thread: SqliteWorkerThread, works: readonly Work[], now: number): Promise<Outcome[]> {
  const calls = works.filter((work): work is WorkerCall => !('pragma' in work));
  const reply: WorkerReply =
    calls.length > 0 ? await thread.request({ kind: 'run', calls, now }) : { kind: 'outcomes', outcomes: [] };
  invariant(reply.kind === 'outcomes', 'a run is answered with outcomes');
  const outcomes = reply.outcomes.values();
  const results: Outcome[] = [];
  for (const work of works) {
    results.push('pragma' in work ? await runPragma(thread, work.pragma) : toOutcome(outcomes.next().value));
  }
  return results;
}

async function runPragma(thread: SqliteWorkerThread, text: string): Promise<Outcome> {
  await thread.request({ kind: 'pragma', text });
  return { ok: true, value: undefined };
}

function toOutcome(outcome: WorkerOutcome | undefined): Outcome {
  invariant(outcome, 'every call has its outcome');
  return outcome.ok ? outcome : { ok: false, error: fromWorkerFailure(outcome.error) };
}
