/** Whether a path is a test, a contract suite or a story: compiled by `testing` wherever it lies. */
export function isTestFile(path: string): boolean {
  return /\.(test|contract|stories)\.tsx?$/.test(path);
}
