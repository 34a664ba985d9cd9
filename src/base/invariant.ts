/**
 * Marks what cannot happen. It throws a plain `Error`, so a broken assumption is loud in tests and
 * ends up in the log with its stack in production; it is never used to check untrusted input.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}
