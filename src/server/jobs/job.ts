/** Something that goes on beside the requests. */
export interface Job {
  readonly id: string;
  /** Begins; the first step comes after one period. */
  run(): void;
  /** Ends after the step under way. */
  stop(): Promise<void>;
}
