import type { Step } from './Step.ts';

/** Folder of all reports, traces and screenshots, from the root of the repository. */
export const resultsFolder = 'test-results';

const vitest = (name: string, projects: string[], rest: Partial<Step>, flags: string[] = []): Step => {
  const report = `${resultsFolder}/${name}.json`;
  const select = projects.flatMap((project) => ['--project', project]);
  // The configuration of the runner makes the report: an option of the command line could not say what is left out of it.
  return { name, command: ['vitest', 'run', ...select, ...flags], env: { TEST_REPORT: report }, report, ...rest };
};

const checks: Step[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
];

const journeys: Step[] = [
  { name: 'build', command: ['node', 'src/server/buildClient.ts'] },
  {
    name: 'e2e',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    report: `${resultsFolder}/e2e.json`,
    needsBrowser: true,
    subjects: ['e2e/**/*.spec.ts'],
  },
];

/** The steps by the word that selects them, in the order in which they run: what fails fast comes first. */
export const testSteps: Record<'all' | 'check' | 'e2e', Step[]> = {
  check: [...checks, architecture()],
  e2e: journeys,
  all: [
    ...checks,
    // One more than cores: tests of a database often wait for it.
    vitest('node', ['node'], {}, ['--maxWorkers=3']),
    vitest('browser', ['browser'], { needsBrowser: true, subjects: ['src/**/*.browser.test.{ts,tsx}'] }),
    // Two pages at a time: each of them keeps one core busy.
    vitest('stories', ['stories'], { needsBrowser: true, subjects: ['src/**/*.stories.tsx'] }, ['--maxWorkers=2']),
    ...journeys,
  ],
};

/** The third fence alone; in the whole run it is one of the Node tests. */
function architecture(): Step {
  const step = vitest('architecture', ['node'], {});
  return { ...step, command: [...step.command, 'src/testing/architecture.test.ts'] };
}
