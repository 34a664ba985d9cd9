import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { Unit } from '../unit.ts';
import { units } from '../units.ts';
import { openSqliteConnection, type SqliteConnection } from './sqliteConnection.ts';
import { openSqliteDatabase } from './openSqliteDatabase.ts';
import { sqliteSession, type Outcome, type SqliteSession } from './sqliteSession.ts';
import type { WorkerCall, WorkerOutcome, WorkerReply, WorkerRequest, WorkerSettings } from './sqliteWorkerMessages.ts';
import { toWorkerFailure } from './toWorkerFailure.ts';

/*
 * The database thread. The writer opens and migrates at once; a reader opens at its first request, so that both threads can start side by side although
 * only the writer may make the file. The other side sends the next request only after the reply.
 */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
const settings = workerData as WorkerSettings;

interface Opened {
  connection: SqliteConnection;
  session: SqliteSession;
}
let opened: Opened | undefined;

const reply = (message: WorkerReply): void => port.postMessage(message);
const withSession = (connection: SqliteConnection): Opened => ({ connection, session: sqliteSession(connection) });

/** The open database; throws what SQLite says when a reader cannot open it. */
function openedDatabase(): Opened {
  opened ??= withSession(openSqliteConnection(settings.path, { readOnly: true }));
  return opened;
}

async function runCalls(calls: readonly WorkerCall[], now: number): Promise<WorkerOutcome[]> {
  const { session } = openedDatabase();
  const jobs = calls.map(({ name, input }) => ({ unit: unitNamed(name), input }));
  const outcomes: Outcome[] = [];
  if (settings.role === 'writer') outcomes.push(...(await session.runWrites(jobs, now)));
  else for (const job of jobs) outcomes.push(await session.runRead(job, now));
  return outcomes.map((outcome) => (outcome.ok ? outcome : { ok: false, error: toWorkerFailure(outcome.error) }));
}

function unitNamed(name: string): Unit<unknown, unknown> {
  const registry: Record<string, Unit<never, unknown>> = units;
  const missing: Unit<never, unknown> = {
    kind: 'write',
    run: () => Promise.reject(new AppError('INTERNAL', { message: `No unit is called ${name}` })),
  };
  // Its input was made for this very unit on the other side.
  return (Object.hasOwn(registry, name) ? registry[name] : missing) as Unit<unknown, unknown>;
}

async function handle(request: WorkerRequest): Promise<void> {
  if (request.kind === 'run') {
    reply({ kind: 'outcomes', outcomes: await runCalls(request.calls, request.now) });
  } else if (request.kind === 'pragma') {
    openedDatabase().connection.exec(request.text);
    reply({ kind: 'done' });
  } else {
    opened?.connection.close();
    reply({ kind: 'done' });
    port.close();
  }
}

async function start(): Promise<void> {
  try {
    const database = settings.role === 'writer' ? await openSqliteDatabase(settings.path) : undefined;
    if (database) opened = withSession(database.connection);
    // A request that cannot be answered ends this thread (the rejection is not caught); its owner starts another and tells the callers to repeat.
    port.on('message', (request: WorkerRequest) => void handle(request));
    reply({ kind: 'ready', gen: database?.gen ?? '' });
  } catch (error) {
    reply({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
    port.close();
  }
}

await start();
