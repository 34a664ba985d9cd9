/** The server cannot start and a person has to do something; the message is a sentence for them. The program prints it and exits with 1. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartError';
  }
}
