import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

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
 * One line for each test that failed in a report of Vitest or Playwright: its file, its name and the first lines of the reason. The log of a pipeline is often cut
 * to its end, where these are said once more. Empty when there is no report.
 */
export function readFailures(reportPath: string | undefined): string[] {
  if (!reportPath || !existsSync(reportPath)) return [];
  const { testResults = [], suites = [] } = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  return [...testResults.flatMap(failuresOfFile), ...suites.flatMap((suite) => linesOfSuite(suite, '', hasFailed))];
}

/** One line, as of a failed test, for each test that failed and then passed when it was tried again: nobody shall overlook what does not always hold. */
export function readSecondTries(reportPath: string | undefined): string[] {
  if (!reportPath || !existsSync(reportPath)) return [];
  const { testResults = [], suites = [] } = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  const later = testResults.flatMap(({ name, assertionResults }) =>
    // Vitest keeps what a first try said.
    linesOf(
      name,
      assertionResults,
      ({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0,
    ),
  );
  return [...later, ...suites.flatMap((suite) => linesOfSuite(suite, '', passedLater))];
}

const hasFailed = ({ ok }: Spec): boolean => !ok;
const passedLater = ({ ok, tests }: Spec): boolean => ok && tests.some(({ results }) => results.length > 1);

function failuresOfFile({
  name,
  status,
  message,
  assertionResults,
}: NonNullable<Report['testResults']>[number]): string[] {
  const failed = linesOf(name, assertionResults, (assertion) => assertion.status === 'failed');
  return failed.length === 0 && status === 'failed' ? [toLine(shortPath(name), 'the file itself', message)] : failed;
}

const shortPath = (path: string): string => path.replace(`${process.cwd()}/`, '');

const linesOf = (path: string, assertions: readonly Assertion[], isWanted: (one: Assertion) => boolean): string[] =>
  assertions
    .filter(isWanted)
    .map(({ fullName, failureMessages }) => toLine(shortPath(path), fullName, failureMessages?.[0]));

function linesOfSuite(suite: Suite, parent: string, isWanted: (spec: Spec) => boolean): string[] {
  const file = suite.file ?? parent;
  const own = (suite.specs ?? []).filter(isWanted);
  const lines = own.map(({ title, tests }) => {
    const errors = tests.flatMap(({ results }) => results).flatMap(({ error }) => error?.message ?? []);
    return toLine(file, title, errors[0]);
  });
  return [...lines, ...(suite.suites ?? []).flatMap((child) => linesOfSuite(child, file, isWanted))];
}

/** Some errors begin with nothing but their class, or say in their first line only what was asked. */
const reasonLines = 3;

function toLine(file: string, name: string, reason = ''): string {
  const lines = stripVTControlCharacters(reason)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const said = lines.slice(0, reasonLines).join(' · ').slice(0, 400);
  return `${file}: ${name}${said ? ` — ${said}` : ''}`;
}
