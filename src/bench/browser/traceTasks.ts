import type { CDPSession, Page } from 'playwright';

/** What a page's main thread did. */
export interface TracedTasks {
  /** CPU time of every task that took more than 50 ms of it, ms */
  long: number[];
  /** how many took more than a frame of 60 Hz */
  overFrame: number;
  /** CPU time of all tasks, ms */
  busyMs: number;
}

/** One event of Chromium's tracing. `tdur`: time that the thread really ran, µs. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
}

const longMs = 50;
const frameMs = 1_000 / 60;

/**
 * Records the tasks of a page's main thread by the CPU time they take. The page's own count of long tasks goes by the clock: on a machine that is shared, a
 * task of 5 ms that is put aside for 60 looks long there, and the more often so the more a page does. Answers the function that ends the record.
 */
export async function traceTasks(page: Page, session: CDPSession): Promise<() => Promise<TracedTasks>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['toplevel', 'blink.user_timing'],
      excludedCategories: ['*'],
      recordMode: 'recordContinuously',
    },
    transferMode: 'ReportEvents',
  });
  return async () => {
    // Its event tells which of all threads is the page's.
    const mark = `bench-${performance.now()}`;
    await page.evaluate((name) => void performance.mark(name), mark);
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    const own = events.find(({ name }) => name === mark);
    if (!own) throw new Error('the page is not in the trace');
    const times = events
      .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === own.pid && tid === own.tid)
      .map(({ tdur = 0 }) => tdur / 1_000);
    return {
      long: times.filter((ms) => ms > longMs),
      overFrame: times.filter((ms) => ms > frameMs).length,
      busyMs: times.reduce((sum, ms) => sum + ms, 0),
    };
  };
}
