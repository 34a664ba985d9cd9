/** Numbers of tests with each outcome. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}
