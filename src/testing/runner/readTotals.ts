import { existsSync, readFileSync } from 'node:fs';
import type { Totals } from './Totals.ts';

/** The parts of the two JSON reports that count: Vitest's own and Playwright's. */
type Report =
  | { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
  | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/**
 * Reads how many tests ran from a report that Vitest or Playwright wrote. A step that failed without a failed
 * test (a type error, a file that does not load, no report at all) counts as one failure, so that the sum of a
 * broken run is never green.
 */
export function readTotals(reportPath: string | undefined, succeeded: boolean): Totals {
  const totals =
    reportPath && existsSync(reportPath) ? toTotals(JSON.parse(readFileSync(reportPath, 'utf8')) as Report) : undefined;
  const known = totals ?? { passed: 0, failed: 0, skipped: 0 };
  // A step that promised a report and wrote none has tested nothing, whatever its exit code says.
  const isBroken = !succeeded || (reportPath !== undefined && !totals);
  return isBroken && known.failed === 0 ? { ...known, failed: 1 } : known;
}

function toTotals(report: Report): Totals {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    // A flaky one failed and passed when it was tried again; the end of the run names it.
    return { passed: expected + flaky, failed: unexpected, skipped };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
