/** One command of the test run. */
export interface Step {
  name: string;
  /** Command and arguments; found in node_modules/.bin first, because npm puts it there. */
  command: string[];
  /** Environment variables beside those of this process. */
  env?: Record<string, string>;
  /** Where the command writes its JSON report, when it counts tests. */
  report?: string;
  /** Whether it needs a Chromium on this machine. */
  needsBrowser?: boolean;
  /** Globs of which at least one file must exist for the step to have a subject. */
  subjects?: string[];
}
