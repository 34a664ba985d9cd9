/** Why an address gave nothing. `isFinal`: another try would end alike. */
export class LinkProblem extends Error {
  readonly isFinal: boolean;
  constructor(message: string, isFinal = true) {
    super(message);
    this.isFinal = isFinal;
  }
}
