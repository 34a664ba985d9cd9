import { existsSync, readFileSync } from 'node:fs';

/** What both JSON reports say of single tests: Vitest's files with their assertions, Playwright's nested suites. */
interface Report {
  testResults?: { name: string; status: string; message?: string; assertionResults: Assertion[] }[];
  suites?: Suite[];
}

interface Assertion {
  status: string;
  fullName: string;
  failureMessages?: string[];
}

interface Suite {
  file?: string;
  suites?: Suite[];
  specs?: Spec[];
}

interface Spec {
  title: string;
  ok: boolean;
  tests: { results: { error?: { message?: string } }[] }[];
}

/**
 * One line for each test that failed in a report of Vitest or Playwright: its file, its name and the first line of the reason. The log of a pipeline is often cut
 * to its end, where these are said once more. Empty when there is no report.
 */
export function readFailures(reportPath: string | undefined): string[] {
  if (!reportPath || !existsSync(reportPath)) return [];
  const { testResults = [], suites = [] } = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  return [...testResults.flatMap(failuresOfFile), ...suites.flatMap((suite) => linesOfSuite(suite, '', hasFailed))];
}

/** One line, as of a failed test, for each journey that failed and then passed when it was tried again: nobody shall overlook what does not always hold. */
export function readSecondTries(reportPath: string | undefined): string[] {
  if (!reportPath || !existsSync(reportPath)) return [];
  const { suites = [] } = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  return suites.flatMap((suite) => linesOfSuite(suite, '', passedLater));
}

const hasFailed = ({ ok }: Spec): boolean => !ok;
const passedLater = ({ ok, tests }: Spec): boolean => ok && tests.some(({ results }) => results.length > 1);

function failuresOfFile({
  name,
  status,
  message,
  assertionResults,
}: NonNullable<Report['testResults']>[number]): string[] {
  const file = name.replace(`${process.cwd()}/`, '');
  const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [toLine(file, 'the file itself', message)];
  return failed.map(({ fullName, failureMessages }) => toLine(file, fullName, failureMessages?.[0]));
}

function linesOfSuite(suite: Suite, parent: string, isWanted: (spec: Spec) => boolean): string[] {
  const file = suite.file ?? parent;
  const own = (suite.specs ?? []).filter(isWanted);
  const lines = own.map(({ title, tests }) => {
    const errors = tests.flatMap(({ results }) => results).flatMap(({ error }) => error?.message ?? []);
    return toLine(file, title, errors[0]);
  });
  return [...lines, ...(suite.suites ?? []).flatMap((child) => linesOfSuite(child, file, isWanted))];
}

function toLine(file: string, name: string, reason = ''): string {
  const [first = ''] = reason.split('\n');
  return `${file}: ${name}${first ? ` — ${first.slice(0, 200)}` : ''}`;
}
