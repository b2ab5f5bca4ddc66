/** What was typed is wrong; the message says what and what to do. Empty when it is printed already. Exit 1. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
