/** Why nothing can be recorded. `refused`: by the person or the browser; `missing`: there is no microphone; `busy`: something else has it; `unsupported`: this browser cannot. */
export type MicrophoneProblem = 'refused' | 'missing' | 'busy' | 'unsupported';

/** A microphone that is on and records. Whoever has it must end it by `stop`. */
export interface Microphone {
  /** how loud it is now, 0–1 */
  level(): number;
  pause(): void;
  resume(): void;
  /** Everything until now, as a file that can be played. */
  peek(): Promise<Blob>;
  /** Ends the recording, switches the microphone off and answers everything. */
  stop(): Promise<Blob>;
  /** Calls back when the microphone is gone: pulled out, or taken away by the system. */
  onLost(listener: () => void): void;
}
