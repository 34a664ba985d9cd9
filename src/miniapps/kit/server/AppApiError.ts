/** A refusal or a failure of the messenger. `status`: of HTTP; 0 when nobody answered. */
export class AppApiError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  constructor(status: number, message: string, code?: string) {
    super(message);
    this.name = 'AppApiError';
    this.status = status;
    this.code = code;
  }

  /** Whether the same request may do better later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}
