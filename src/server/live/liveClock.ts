/** Time as the live part sees it; tests put a clock of their own in its place. */
export interface LiveClock {
  /** Server clock, ms. */
  now(): number;
  /** Runs `work` once after `ms`; the answer cancels it. */
  after(ms: number, work: () => void): () => void;
}
