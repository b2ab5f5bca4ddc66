/** What was typed is right, but it could not be done; the message is the one line to show. Exit 2. */
export class VerbFailed extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'VerbFailed';
  }
}
