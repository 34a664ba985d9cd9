/** A refusal that only servers of apps meet, with a code of its own. `status`: of HTTP. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'ApiRefusal';
    this.status = status;
    this.code = code;
  }
}
