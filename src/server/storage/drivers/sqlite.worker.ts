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
 * The database thread. The writer opens and migrates; readers open a database that stands. The other side sends the next request only after the reply.
 */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
const settings = workerData as WorkerSettings;
const registry: Record<string, Unit<never, unknown> | undefined> = units;

const reply = (message: WorkerReply): void => port.postMessage(message);

async function open(): Promise<{ connection: SqliteConnection; gen: string } | undefined> {
  try {
    if (settings.role === 'writer') return await openSqliteDatabase(settings.path);
    return { connection: openSqliteConnection(settings.path, { readOnly: true }), gen: '' };
  } catch (error) {
    reply({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
    port.close();
    return undefined;
  }
}

async function runCalls(session: SqliteSession, calls: readonly WorkerCall[], now: number): Promise<WorkerOutcome[]> {
  const jobs = calls.map(({ name, input }) => {
    // Names come from the registry's own keys; an unknown one is answered like any failing unit.
    const unit = (registry[name] ?? missingUnit) as Unit<unknown, unknown>;
    return { unit, input };
  });
  const outcomes: Outcome[] = [];
  if (settings.role === 'writer') outcomes.push(...(await session.runWrites(jobs, now)));
  // oxlint-disable-next-line no-await-in-loop -- one connection
  else for (const job of jobs) outcomes.push(await session.runRead(job, now));
  return outcomes.map((outcome) => (outcome.ok ? outcome : { ok: false, error: toWorkerFailure(outcome.error) }));
}

const missingUnit: Unit<never, unknown> = {
  kind: 'write',
  run: () => Promise.reject(new AppError('INTERNAL', { message: 'No such unit' })),
};

async function handle(connection: SqliteConnection, session: SqliteSession, request: WorkerRequest): Promise<void> {
  if (request.kind === 'run') {
    reply({ kind: 'outcomes', outcomes: await runCalls(session, request.calls, request.now) });
  } else if (request.kind === 'pragma') {
    connection.exec(request.text);
    reply({ kind: 'done' });
  } else {
    connection.close();
    reply({ kind: 'done' });
    port.close();
  }
}

const opened = await open();
if (opened) {
  const { connection, gen } = opened;
  const session = sqliteSession(connection);
  port.on('message', (request: WorkerRequest) => {
    handle(connection, session, request).catch((error: unknown) => {
      // What cannot be answered ends this thread; the owner starts another one and tells the callers to repeat.
      throw error;
    });
  });
  reply({ kind: 'ready', gen });
}
